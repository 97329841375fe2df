//! Regular expressions as Terraform has them: Go's `regexp`, which is RE2's syntax.
//!
//! The engine is the `regex` crate, whose matching is RE2's (leftmost-first, linear in time). Its
//! syntax is not: `\d`, `\s`, `\w` and `\b` are Unicode there and ASCII here, `[a&&b]`, `[[a]` and
//! `{` mean something else, `a**` and `a{1001}` are allowed. So a pattern is read by Go's grammar
//! (package `regexp/syntax`, flags `Perl`) and written in that of the crate.
//!
//! Source: <https://pkg.go.dev/regexp/syntax> (Go 1.23, read 2026-11).

mod translation;

use regex::{Captures, Regex, RegexBuilder};

/// The most repetitions that Go allows of one thing, nested ones multiplied.
const REPETITIONS: u32 = 1000;

/// The most bytes that a compiled pattern may take; a larger one is an error.
const COMPILED: usize = 1 << 20;

/// A compiled pattern with the names of its groups, as the author wrote them.
pub(super) struct Pattern {
    regex: Regex,
    /// One for each group, without the whole match.
    names: Vec<Option<String>>,
}

impl Pattern {
    /// Reads `pattern` by Go's grammar; the error is Go's own, without "error parsing regexp: ".
    pub(super) fn new(pattern: &str) -> Result<Self, String> {
        let (translated, names) = translation::translated(pattern)?;
        repetitions(&translated)?;
        let regex = RegexBuilder::new(&translated)
            .size_limit(COMPILED)
            .dfa_size_limit(COMPILED)
            .build()
            .map_err(|error| match error {
                regex::Error::CompiledTooBig(_) => "expression too large".to_string(),
                other => reason(&other.to_string()),
            })?;
        Ok(Self { regex, names })
    }

    /// The names of the groups, without the whole match; none where a group has no name.
    pub(super) fn names(&self) -> &[Option<String>] {
        &self.names
    }

    /// The first match.
    pub(super) fn first<'t>(&self, text: &'t str) -> Option<Captures<'t>> {
        self.regex.captures(text)
    }

    /// All matches that do not overlap; an empty one right after another match is none.
    pub(super) fn all<'t>(&self, text: &'t str) -> impl Iterator<Item = Captures<'t>> {
        self.regex.captures_iter(text)
    }

    /// All matches replaced by `replacement`, where `$1`, `$name` and `${name}` are groups.
    ///
    /// As in Go, a name is as long as it can be: `$1x` is the group `1x`, which is empty because
    /// there is none. None where the result has more than `limit` bytes.
    pub(super) fn replace_all(
        &self,
        text: &str,
        replacement: &str,
        limit: usize,
    ) -> Option<String> {
        let mut out = String::new();
        let mut done = 0;
        for found in self.all(text) {
            let whole = found.get_match();
            out.push_str(&text[done..whole.start()]);
            self.expand(replacement, &found, &mut out);
            done = whole.end();
            if out.len() > limit {
                return None;
            }
        }
        out.push_str(&text[done..]);
        (out.len() <= limit).then_some(out)
    }

    fn expand(&self, mut replacement: &str, found: &Captures, out: &mut String) {
        while let Some((before, after)) = replacement.split_once('$') {
            out.push_str(before);
            replacement = after;
            if let Some(after) = after.strip_prefix('$') {
                out.push('$');
                replacement = after;
                continue;
            }
            let braced = after.strip_prefix('{');
            let text = braced.unwrap_or(after);
            let end = text.find(|c: char| !(c.is_alphanumeric() || c == '_')).unwrap_or(text.len());
            let (name, tail) = text.split_at(end);
            let tail = if braced.is_some() { tail.strip_prefix('}') } else { Some(tail) };
            let (false, Some(tail)) = (name.is_empty(), tail) else {
                out.push('$');
                continue;
            };
            replacement = tail;
            // With a leading zero it is a name. Source: Go, `regexp`, `extract`.
            let is_number =
                name == "0" || !name.starts_with('0') && name.bytes().all(|b| b.is_ascii_digit());
            let number = is_number.then(|| name.parse::<usize>().ok()).flatten();
            match number {
                Some(number) => out.push_str(found.get(number).map_or("", |group| group.as_str())),
                None => {
                    // Several groups may have one name.
                    let named =
                        self.names.iter().enumerate().filter(|(_, of)| of.as_deref() == Some(name));
                    let group = named.into_iter().find_map(|(at, _)| found.get(at + 1));
                    out.push_str(group.map_or("", |group| group.as_str()));
                }
            }
        }
        out.push_str(replacement);
    }
}

/// What the crate says last, without its drawing of the pattern.
fn reason(error: &str) -> String {
    let last = error.trim_end().lines().last().unwrap_or_default();
    last.strip_prefix("error: ").unwrap_or(last).to_string()
}

/// Refuses repetitions that multiply to more than Go allows.
fn repetitions(pattern: &str) -> Result<(), String> {
    use regex_syntax::ast::{Ast, RepetitionKind, RepetitionRange, parse::Parser};
    fn within(ast: &Ast, mut left: u32) -> bool {
        match ast {
            Ast::Repetition(repetition) => {
                if let RepetitionKind::Range(range) = &repetition.op.kind {
                    let most = match *range {
                        RepetitionRange::Exactly(n)
                        | RepetitionRange::AtLeast(n)
                        | RepetitionRange::Bounded(_, n) => n,
                    };
                    if most > left {
                        return false;
                    }
                    left = left.checked_div(most).unwrap_or(left);
                }
                within(&repetition.ast, left)
            }
            Ast::Group(group) => within(&group.ast, left),
            Ast::Alternation(several) => several.asts.iter().all(|ast| within(ast, left)),
            Ast::Concat(several) => several.asts.iter().all(|ast| within(ast, left)),
            _ => true,
        }
    }
    // The parser's own limit on nesting bounds the recursion.
    let ast = Parser::new().parse(pattern).map_err(|error| error.kind().to_string())?;
    if within(&ast, REPETITIONS) { Ok(()) } else { Err("invalid repeat count".to_string()) }
}

#[cfg(test)]
mod tests {
    use super::Pattern;

    fn first<'t>(pattern: &str, text: &'t str) -> Option<&'t str> {
        let pattern = Pattern::new(pattern).unwrap_or_else(|error| panic!("{pattern}: {error}"));
        pattern.first(text).map(|found| found.get_match().as_str())
    }

    #[test]
    fn classes_are_ascii_and_braces_literal_as_in_go() {
        for (pattern, text, found) in [
            (r"\d+", "٣4", Some("4")),
            (r"\w+", "éa", Some("a")),
            (r"\s", "\u{b}\u{a0}", None),
            (r"[\s]", "\u{b} ", Some(" ")),
            (r"\bn", "én", Some("n")),
            (r"(?i)k", "\u{212a}", Some("\u{212a}")),
            (r"a{,2}", "a{,2}", Some("a{,2}")),
            (r"a{", "a{", Some("a{")),
            (r"x{2}", "xxx", Some("xx")),
            (r"[[a]", "[", Some("[")),
            (r"[a&&b]+", "&", Some("&")),
            (r"[]a]+", "]", Some("]")),
            (r"[a-]+", "-", Some("-")),
            (r"[+--]", ",", Some(",")),
            (r"[^a]", "\n", Some("\n")),
            (r"\Qa.b\E+", "a.bb", Some("a.bb")),
            (r"\101\x42\x{43}", "ABC", Some("ABC")),
            (r"\pL+", "日本1", Some("日本")),
            (r"\p{^Greek}", "αa", Some("a")),
            (r"\P{Greek}", "αa", Some("a")),
            (r"[\PL1]+", "a1-", Some("1-")),
            (r"(?s).+", "a\nb", Some("a\nb")),
            (r"(?U)a+", "aaa", Some("a")),
            (r"(?m)^b$", "a\nb", Some("b")),
            (r"a|b|", "c", Some("")),
            (r"(?)a", "a", Some("a")),
            (r"a(?i)*B", "aab", Some("aab")),
            (r"}]", "}]", Some("}]")),
            (r"[[:^digit:]]", "1a", Some("a")),
        ] {
            assert_eq!(first(pattern, text), found, "{pattern}");
        }
    }

    #[test]
    fn what_go_refuses_is_refused() {
        for pattern in [
            "[",
            "(",
            ")",
            "a**",
            "a*+",
            "a*??",
            "*",
            "(?=a)",
            "(?!a)",
            r"\1",
            r"\8",
            r"\C",
            r"\Z",
            "a{1001}",
            "(a{100}){100}",
            "a{2,1}",
            "(?P<é>a)",
            "(?x)a",
            r"\p{letter}",
            r"\p{Letter}",
            r"\u0041",
            r"\",
            "[b-a]",
            "[[:nope:]]",
            "(?<n",
            "(?-)",
        ] {
            assert!(Pattern::new(pattern).is_err(), "{pattern}");
        }
    }

    #[test]
    fn a_hostile_pattern_ends_at_the_budget() {
        assert!(Pattern::new(&"(".repeat(100_000)).is_err());
        assert!(Pattern::new(&format!("{}a{}", "(".repeat(5000), ")".repeat(5000))).is_err());
        assert!(Pattern::new(r"((\pL{30}){30})").is_err());
    }

    #[test]
    fn replacements_name_groups_as_go_does() {
        for (text, pattern, replacement, result) in [
            ("abc", "b", "$x", "ac"),
            ("hello", "(l+)", "<$1>", "he<ll>o"),
            ("hello", "(l+)", "<$1a>", "he<>o"),
            ("hello", "(?P<n>l+)", "<${n}>", "he<ll>o"),
            ("hello", "(?P<n>l+)", "<$n>", "he<ll>o"),
            ("ab", "(?P<n>x)|(?P<n>b)", "<$n>", "a<b>"),
            ("b", "b", "$$1", "$1"),
            ("b", "b", "$", "$"),
            ("b", "b", "${b", "${b"),
            ("b", "b", "$-", "$-"),
            ("a/b/c", "a*", "\\", "\\/\\b\\/\\c\\"),
            ("1213", r"(\w)(\w)", "$2$1", "2131"),
        ] {
            assert_eq!(
                Pattern::new(pattern).unwrap().replace_all(text, replacement, 100).as_deref(),
                Some(result),
                "{text} {pattern}"
            );
        }
        assert_eq!(
            Pattern::new("").unwrap().replace_all("aaaa", "bbbbbbbb", 20),
            None,
            "longer than the limit"
        );
    }
}
