//! [`Pattern`]: a text of a policy with wildcards, policy variables replaced.

/// A text in which `*` stands for any letters and `?` for one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pattern(Vec<Token>);

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Token {
    Any,
    One,
    Letter(char),
}

impl Pattern {
    /// Reads a text with wildcards.
    pub fn of(text: &str) -> Self {
        let mut pattern = Self(Vec::with_capacity(text.len()));
        pattern.push(text);
        pattern
    }

    /// More of it, with wildcards.
    pub fn push(&mut self, text: &str) {
        self.0.extend(text.chars().map(|letter| match letter {
            '*' => Token::Any,
            '?' => Token::One,
            letter => Token::Letter(letter),
        }));
    }

    /// More of it, letter for letter.
    pub fn push_literal(&mut self, text: &str) {
        self.0.extend(text.chars().map(Token::Letter));
    }

    pub fn new() -> Self {
        Self(Vec::new())
    }

    /// Whether it includes every text there is, as `*`, `**` and `?*`: nothing that it is held
    /// against is empty.
    pub fn is_everything(&self) -> bool {
        self.0.contains(&Token::Any)
            && self.0.iter().all(|token| !matches!(token, Token::Letter(_)))
            && self.0.iter().filter(|token| **token == Token::One).count() <= 1
    }

    /// Whether it has wildcards.
    pub fn has_wildcards(&self) -> bool {
        self.0.iter().any(|token| !matches!(token, Token::Letter(_)))
    }

    /// Whether it includes a text.
    pub fn matches(&self, text: &str) -> bool {
        glob(&self.0, text, |_| true)
    }

    /// Whether it is a text letter for letter: of operators without wildcards.
    pub fn is(&self, text: &str, ignores_case: bool) -> bool {
        let own = self.text();
        if ignores_case { own.eq_ignore_ascii_case(text) } else { own == text }
    }

    /// As it is written.
    pub fn text(&self) -> String {
        let letter = |token: &Token| match token {
            Token::Any => '*',
            Token::One => '?',
            Token::Letter(letter) => *letter,
        };
        self.0.iter().map(letter).collect()
    }

    /// Whether it includes an ARN, whose partition, region and account may be `*` for any.
    ///
    /// "You can use wildcard characters within the individual segments of an ARN (the parts
    /// separated by colons). […] If the `*` wildcard is the last character of a resource ARN
    /// segment, it can expand to match beyond the colon boundaries." Source: IAM User Guide,
    /// "IAM JSON policy elements: Resource".
    pub fn is_arn(&self, arn: &str) -> bool {
        let segments = self.segments();
        let mut parts: Vec<_> = arn.splitn(SEGMENTS, ':').map(str::to_owned).collect();
        if parts.len() == SEGMENTS {
            for at in [1, 3, 4].into_iter().filter(|at| *at < segments.len()) {
                if parts[at] == "*" {
                    parts[at] = instance(segments[at]);
                }
            }
        }
        // What the resource is called within its service is one segment, whatever colons it has.
        let resource =
            segments.iter().take(SEGMENTS - 1).map(|segment| segment.len() + 1).sum::<usize>();
        let is_last = |at: usize| self.0.get(at + 1).is_none_or(|next| *next == Token::Letter(':'));
        glob(&self.0, &parts.join(":"), |at| at >= resource || is_last(at))
    }

    /// Whether there is a text that both it and another pattern include, an ARN without partition,
    /// region and account.
    pub fn has_in_common(&self, other: &str) -> bool {
        let other = Self::of(other);
        let (own, others) = (self.segments(), other.segments());
        match (own.len() == SEGMENTS, others.len() == SEGMENTS) {
            (true, true) => own.iter().zip(others).all(|(own, other)| meet(own, other)),
            (false, false) => meet(&self.0, &other.0),
            _ => false,
        }
    }

    /// The segments of an ARN: a service at 2, what the service calls its resource at 5.
    fn segments(&self) -> Vec<&[Token]> {
        self.0.splitn(SEGMENTS, |token| *token == Token::Letter(':')).collect()
    }

    /// One segment of an ARN.
    pub fn segment(&self, at: usize) -> Option<Self> {
        self.segments().get(at).map(|segment| Self(segment.to_vec()))
    }
}

/// `arn`, partition, service, region, account, resource.
const SEGMENTS: usize = 6;

/// A text that a pattern includes.
fn instance(segment: &[Token]) -> String {
    let letter = |token: &Token| match token {
        Token::Any => None,
        Token::One => Some('x'),
        Token::Letter(letter) => Some(*letter),
    };
    segment.iter().filter_map(letter).collect()
}

/// Whether tokens include a text; the star at an index may stand for colons only where it is told
/// to.
fn glob(tokens: &[Token], text: &str, crosses: impl Fn(usize) -> bool) -> bool {
    let letters: Vec<char> = text.chars().collect();
    // Most patterns begin with letters, and most texts with others.
    let start = tokens.iter().take_while(|token| matches!(token, Token::Letter(_))).count();
    let mut same = tokens.iter().zip(&letters).take(start);
    if letters.len() < start || same.any(|(token, letter)| *token != Token::Letter(*letter)) {
        return false;
    }
    let letters = &letters[start..];
    // Which beginnings of the text the tokens so far include.
    let mut reached = vec![false; letters.len() + 1];
    reached[0] = true;
    for (at, token) in tokens.iter().enumerate().skip(start) {
        if !reached.contains(&true) {
            return false;
        }
        let mut next = vec![false; letters.len() + 1];
        if *token == Token::Any {
            let all = crosses(at);
            let mut open = false;
            for (end, is_reached) in reached.iter().enumerate() {
                let stops = end > 0 && letters[end - 1] == ':' && !all;
                open = *is_reached || (open && !stops);
                next[end] = open;
            }
        } else {
            for (end, letter) in letters.iter().enumerate() {
                next[end + 1] =
                    reached[end] && (*token == Token::One || *token == Token::Letter(*letter));
            }
        }
        reached = next;
    }
    reached[letters.len()]
}

/// Whether there is a text that two patterns include.
fn meet(mut one: &[Token], mut other: &[Token]) -> bool {
    // Letters at the beginning and at the end are compared as they are, which decides most.
    while let ([Token::Letter(a), rest @ ..], [Token::Letter(b), others @ ..]) = (one, other) {
        if a != b {
            return false;
        }
        (one, other) = (rest, others);
    }
    while let ([rest @ .., Token::Letter(a)], [others @ .., Token::Letter(b)]) = (one, other) {
        if a != b {
            return false;
        }
        (one, other) = (rest, others);
    }
    // From which places of both on there is one.
    let mut below = vec![false; other.len() + 1];
    for at in (0..=one.len()).rev() {
        let mut row = vec![false; other.len() + 1];
        for behind in (0..=other.len()).rev() {
            row[behind] = match (one.get(at), other.get(behind)) {
                (None, None) => true,
                (Some(Token::Any), next) => below[behind] || (next.is_some() && row[behind + 1]),
                (_, Some(Token::Any)) => row[behind + 1] || (at < one.len() && below[behind]),
                (Some(Token::Letter(a)), Some(Token::Letter(b))) => a == b && below[behind + 1],
                (Some(_), Some(_)) => below[behind + 1],
                _ => false,
            };
        }
        below = row;
    }
    below[0]
}

#[cfg(test)]
mod tests {
    use super::Pattern;

    #[test]
    fn a_star_is_any_letters_and_a_question_mark_one() {
        for (pattern, text, is) in [
            ("pay*", "payments", true),
            ("pay*", "pay", true),
            ("p?y", "pay", true),
            ("p?y", "py", false),
            ("p??", "payments", false),
            ("*ment?", "payments", true),
            ("a*b*c", "aXbYbZc", true),
            ("a*b*c", "aXbYbZ", false),
            ("Pay", "pay", false),
        ] {
            assert_eq!(Pattern::of(pattern).matches(text), is, "{pattern} {text}");
        }
    }

    #[test]
    fn an_arn_of_any_region_and_account_is_of_a_pattern_of_one() {
        let streams = "arn:*:logs:*:*:log-group:RDSOSMetrics:log-stream:x";
        for (pattern, arn, is) in [
            (
                "arn:aws:logs:eu-west-1:111122223333:log-group:RDSOSMetrics:log-stream:*",
                streams,
                true,
            ),
            ("arn:aws-cn:logs:*:*:*", streams, true),
            ("arn:aws:logs:eu-*-1:1111????3333:log-group:RDS*", streams, true),
            ("arn:aws:logs:eu-west-1:111122223333:log-group:payments:*", streams, false),
            ("arn:aws:sns:eu-west-1:111122223333:*", streams, false),
            ("arn:aws:sns:eu-west-1:111122223333:a", "arn:aws:sns:us-east-1:111122223333:a", false),
        ] {
            assert_eq!(Pattern::of(pattern).is_arn(arn), is, "{pattern} {arn}");
        }
    }

    #[test]
    fn patterns_have_a_text_in_common_or_not() {
        for (one, other, is) in [
            ("logs/payments/*", "logs/*", true),
            ("dbuser:*/app", "dbuser:cluster-x/*", true),
            ("dbuser:other/app", "dbuser:cluster-x/*", false),
            ("logs", "logs/*", false),
            ("*", "", true),
            ("a?c", "ab*", true),
            ("a?c", "ab", false),
        ] {
            assert_eq!(Pattern::of(one).has_in_common(other), is, "{one} {other}");
            assert_eq!(Pattern::of(other).has_in_common(one), is, "{other} {one}");
        }
    }

    #[test]
    fn only_the_last_star_of_a_segment_goes_beyond_its_colon() {
        let queue = "arn:aws:sqs:us-east-1:111122223333:payments";
        assert!(Pattern::of("arn:aws:sqs:*:payments").is_arn(queue));
        assert!(Pattern::of("arn:aws:sqs:us-*").is_arn(queue));
        assert!(!Pattern::of("arn:aws:sqs:us*3333:payments").is_arn(queue));
        assert!(Pattern::of("arn:aws:s3:::logs/*/x").is_arn("arn:aws:s3:::logs/a:b/x"));
    }
}
