//! Translates Go's regular expressions to those of the `regex` crate.

use regex::Regex;

use super::REPETITIONS;

/// The pattern as the `regex` crate reads it, and the name of each of its groups.
pub(super) fn translated(pattern: &str) -> Result<(String, Vec<Option<String>>), String> {
    let mut translation = Translation {
        rest: pattern,
        out: String::with_capacity(pattern.len() + 16),
        flags: String::new(),
        names: Vec::new(),
    };
    translation.run()?;
    Ok((translation.out, translation.names))
}

/// Reads Go's syntax from `rest` and writes that of the `regex` crate to `out`.
struct Translation<'p> {
    rest: &'p str,
    out: String,
    /// Flags that are not written yet: in Go a repetition after them is of what is before them.
    flags: String,
    names: Vec<Option<String>>,
}

impl<'p> Translation<'p> {
    fn next(&mut self) -> Option<char> {
        let c = self.rest.chars().next()?;
        self.rest = &self.rest[c.len_utf8()..];
        Some(c)
    }

    fn take(&mut self, prefix: &str) -> bool {
        match self.rest.strip_prefix(prefix) {
            Some(rest) => {
                self.rest = rest;
                true
            }
            None => false,
        }
    }

    fn literal(&mut self, c: char) {
        if c.is_ascii_alphanumeric() || !c.is_ascii() {
            self.out.push(c);
        } else {
            self.out.push_str(&format!("\\x{{{:x}}}", c as u32));
        }
    }

    fn run(&mut self) -> Result<(), String> {
        let mut repeated = false;
        loop {
            let before = self.rest;
            let Some(c) = self.next() else { return Ok(()) };
            let repeats = match c {
                '*' | '+' | '?' => {
                    self.out.push(c);
                    true
                }
                '{' => self.bounds()?,
                _ => false,
            };
            if repeats {
                if repeated {
                    return Err(format!(
                        "invalid nested repetition operator: `{}`",
                        &before[..before.len() - self.rest.len()]
                    ));
                }
                if self.take("?") {
                    self.out.push('?');
                }
                repeated = true;
                continue;
            }
            repeated = false;
            self.out.push_str(&std::mem::take(&mut self.flags));
            match c {
                '(' if self.rest.starts_with('?') => self.flags(before)?,
                '(' => {
                    self.names.push(None);
                    self.out.push('(');
                }
                ')' | '|' | '^' | '$' | '.' => self.out.push(c),
                '[' => self.class(before)?,
                '\\' => self.escape()?,
                c => self.literal(c),
            }
        }
    }

    /// What follows `{`: bounds of a repetition; if not, the brace is itself.
    fn bounds(&mut self) -> Result<bool, String> {
        fn number(text: &str) -> Option<(u32, &str)> {
            let end = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
            if end == 0 || (end > 1 && text.starts_with('0')) {
                return None;
            }
            Some((text[..end].parse().unwrap_or(u32::MAX), &text[end..]))
        }
        let read = || {
            let (least, rest) = number(self.rest)?;
            let (most, rest) = match rest.strip_prefix(',') {
                None => (Some(least), rest),
                Some(rest) if rest.starts_with('}') => (None, rest),
                Some(rest) => number(rest).map(|(most, rest)| (Some(most), rest))?,
            };
            Some((least, most, rest.strip_prefix('}')?))
        };
        let Some((least, most, rest)) = read() else { return Ok(false) };
        if least > REPETITIONS || most.is_some_and(|most| most > REPETITIONS || least > most) {
            return Err(format!(
                "invalid repeat count: `{{{}`",
                &self.rest[..self.rest.len() - rest.len()]
            ));
        }
        self.rest = rest;
        match most {
            Some(most) => self.out.push_str(&format!("{{{least},{most}}}")),
            None => self.out.push_str(&format!("{{{least},}}")),
        }
        Ok(true)
    }

    /// What follows `(` and begins with `?`.
    fn flags(&mut self, before: &str) -> Result<(), String> {
        self.take("?");
        if self.take("P<") || self.take("<") {
            let valid = |name: &&str| {
                !name.is_empty() && name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_')
            };
            let named = self.rest.split_once('>');
            let Some((name, rest)) = named.filter(|(name, _)| valid(name)) else {
                return Err(format!("invalid named capture: `{before}`"));
            };
            self.rest = rest;
            self.names.push(Some(name.to_string()));
            self.out.push('(');
            return Ok(());
        }
        let end = self.rest.find([':', ')']);
        let flags = end.map(|end| self.rest.split_at(end));
        let good = |flags: &str| {
            let (on, off) =
                flags.split_once('-').map_or((flags, None), |(on, off)| (on, Some(off)));
            on.chars().chain(off.unwrap_or_default().chars()).all(|c| "imsU".contains(c))
                && off != Some("")
        };
        let Some((flags, _)) = flags.filter(|(flags, _)| good(flags)) else {
            let shown: String = before.chars().take(3).collect();
            return Err(format!("invalid or unsupported Perl syntax: `{shown}`"));
        };
        self.rest = &self.rest[flags.len()..];
        // Go lets a flag be there twice, the crate does not.
        let (on, off) = flags.split_once('-').unwrap_or((flags, ""));
        let mut written = String::new();
        for flag in "imsU".chars().filter(|&flag| on.contains(flag) && !off.contains(flag)) {
            written.push(flag);
        }
        if !off.is_empty() {
            written.push('-');
            written.extend("imsU".chars().filter(|&flag| off.contains(flag)));
        }
        if self.take(":") {
            self.out.push_str(&format!("(?{written}:"));
        } else {
            self.take(")");
            if !written.is_empty() {
                // Go has `U` at once for a repetition that follows.
                let to = if written.contains('U') { &mut self.out } else { &mut self.flags };
                to.push_str(&format!("(?{written})"));
            }
        }
        Ok(())
    }

    /// What follows a backslash outside of a class.
    fn escape(&mut self) -> Result<(), String> {
        if self.take("Q") {
            let (text, rest) = self.rest.split_once("\\E").unwrap_or((self.rest, ""));
            text.chars().for_each(|c| self.literal(c));
            self.rest = rest;
            return Ok(());
        }
        let written = match self.rest.chars().next() {
            Some('A') => "\\A",
            Some('z') => "\\z",
            Some('b') => "(?-u:\\b)",
            Some('B') => "(?-u:\\B)",
            _ => "",
        };
        if !written.is_empty() {
            self.next();
            self.out.push_str(written);
            return Ok(());
        }
        if let Some(class) = self.escaped_class()? {
            self.out.push_str(&class);
            return Ok(());
        }
        let c = self.escaped_character()?;
        self.literal(c);
        Ok(())
    }

    /// `d`, `s`, `w`, `p` and their negations after a backslash, as a class in brackets.
    fn escaped_class(&mut self) -> Result<Option<String>, String> {
        let Some(c) = self.rest.chars().next() else { return Ok(None) };
        let (ranges, negated) = match c.to_ascii_lowercase() {
            'd' => ("0-9".to_string(), c == 'D'),
            's' => ("\\t\\n\\f\\r\\x20".to_string(), c == 'S'),
            'w' => ("0-9A-Za-z_".to_string(), c == 'W'),
            'p' => {
                self.next();
                return self.unicode_class(c == 'P').map(Some);
            }
            _ => return Ok(None),
        };
        self.next();
        Ok(Some(format!("[{}{ranges}]", if negated { "^" } else { "" })))
    }

    /// The name of a category or script after `\p`: exact in Go, loose in the crate.
    fn unicode_class(&mut self, mut negated: bool) -> Result<String, String> {
        let start = self.rest;
        let invalid = |name: &str| format!("invalid character class range: `\\p{name}`");
        let name = if self.take("{") {
            let (name, rest) = self.rest.split_once('}').ok_or_else(|| invalid(start))?;
            self.rest = rest;
            name
        } else {
            let c = self.next().ok_or_else(|| invalid(""))?;
            &start[..c.len_utf8()]
        };
        let plain = name.strip_prefix('^').inspect(|_| negated = !negated).unwrap_or(name);
        let categories = "L Ll Lm Lo Lt Lu M Mc Me Mn N Nd Nl No P Pc Pd Pe Pf Pi Po Ps S Sc Sk \
                          Sm So Z Zl Zp Zs Cc Cf Co";
        let ranges = match plain {
            "Any" => "\\p{Any}".to_string(),
            // Go's "other" is without what is not assigned; no text has surrogates.
            "C" => "\\p{Cc}\\p{Cf}\\p{Co}".to_string(),
            "Cs" => "a&&b".to_string(),
            _ if categories.split(' ').any(|category| category == plain) => {
                format!("\\p{{{plain}}}")
            }
            _ => {
                let script = plain.split('_').all(|word| {
                    word.starts_with(|c: char| c.is_ascii_uppercase() || c == 'o')
                        && word.chars().skip(1).all(|c| c.is_ascii_lowercase())
                });
                let class = format!("\\p{{Script={plain}}}");
                if !script || plain.len() < 2 || Regex::new(&class).is_err() {
                    return Err(invalid(&format!("{{{name}}}")));
                }
                class
            }
        };
        Ok(format!("[{}{ranges}]", if negated { "^" } else { "" }))
    }

    /// A single character after a backslash, in a class or outside.
    fn escaped_character(&mut self) -> Result<char, String> {
        let start = self.rest;
        let c = self.next().ok_or("trailing backslash at end of expression: ``")?;
        let invalid = |rest: &str| {
            format!("invalid escape sequence: `\\{}`", &start[..start.len() - rest.len()])
        };
        Ok(match c {
            'a' => '\x07',
            'f' => '\x0c',
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            'v' => '\x0b',
            '0'..='7' => {
                let octal = |c: char| c.to_digit(8);
                let mut code = octal(c).unwrap_or_default();
                let mut digits = 1;
                while digits < 3
                    && let Some(digit) = self.rest.chars().next().and_then(octal)
                {
                    code = code * 8 + digit;
                    digits += 1;
                    self.next();
                }
                // One digit alone would be a reference to a group, which RE2 has not.
                if c != '0' && digits == 1 {
                    return Err(invalid(self.rest));
                }
                char::from_u32(code).ok_or_else(|| invalid(self.rest))?
            }
            'x' => {
                let digits = if self.take("{") {
                    let (digits, rest) =
                        self.rest.split_once('}').ok_or_else(|| invalid(self.rest))?;
                    self.rest = rest;
                    digits
                } else {
                    let digits = self.rest.get(..2).ok_or_else(|| invalid(self.rest))?;
                    self.rest = &self.rest[2..];
                    digits
                };
                let hexadecimal =
                    !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_hexdigit());
                let code = hexadecimal.then(|| u32::from_str_radix(digits, 16).ok()).flatten();
                code.and_then(char::from_u32).ok_or_else(|| invalid(self.rest))?
            }
            c if c.is_ascii() && !c.is_ascii_alphanumeric() => c,
            _ => return Err(invalid(self.rest)),
        })
    }

    /// What follows `[`.
    fn class(&mut self, before: &'p str) -> Result<(), String> {
        let missing = || format!("missing closing ]: `{before}`");
        self.out.push('[');
        if self.take("^") {
            self.out.push('^');
        }
        let mut first = true;
        loop {
            if !first && self.take("]") {
                self.out.push(']');
                return Ok(());
            }
            first = false;
            if self.rest.is_empty() {
                return Err(missing());
            }
            if self.rest.starts_with("[:")
                && let Some(end) = self.rest[2..].find(":]")
            {
                let name = &self.rest[..end + 4];
                let known = "alnum alpha ascii blank cntrl digit graph lower print punct space \
                             upper word xdigit";
                let inner = &name[2..name.len() - 2];
                let plain = inner.strip_prefix('^').unwrap_or(inner);
                if !known.split(' ').any(|class| class == plain) {
                    return Err(format!("invalid character class range: `{name}`"));
                }
                self.out.push_str(name);
                self.rest = &self.rest[name.len()..];
                continue;
            }
            if let Some(rest) = self.rest.strip_prefix('\\') {
                let at = self.rest;
                self.rest = rest;
                if let Some(class) = self.escaped_class()? {
                    self.out.push_str(&class);
                    continue;
                }
                self.rest = at;
            }
            let start = self.rest;
            let low = self.class_character().map_err(|error| error.unwrap_or_else(missing))?;
            self.literal(low);
            if self.rest.starts_with('-') && !self.rest[1..].starts_with(']') && self.rest.len() > 1
            {
                self.take("-");
                let high = self.class_character().map_err(|error| error.unwrap_or_else(missing))?;
                if high < low {
                    return Err(format!(
                        "invalid character class range: `{}`",
                        &start[..start.len() - self.rest.len()]
                    ));
                }
                self.out.push('-');
                self.literal(high);
            }
        }
    }

    fn class_character(&mut self) -> Result<char, Option<String>> {
        match self.next() {
            None => Err(None),
            Some('\\') => self.escaped_character().map_err(Some),
            Some(c) => Ok(c),
        }
    }
}
