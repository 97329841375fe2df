//! Escapes of literal text in templates and quoted strings.
//!
//! `${` and `%{` are written `$${` and `%%{`, see
//! [escape sequences](https://developer.hashicorp.com/terraform/language/expressions/strings#escape-sequences).
//! `hcl::template` has the same function, but it misses the second marker of `${a}$${b}`.

use std::fmt::Write;

pub(super) use crate::tf::text::markers;

/// Writes `literal` as it is between the quotes of a native string.
pub(super) fn quoted(out: &mut String, literal: &str) {
    if is_text(literal) {
        return out.push_str(literal);
    }
    for c in markers(literal).chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            c if c.is_control() => {
                write!(out, "\\u{:04x}", u32::from(c)).expect("writing to a String does not fail");
            }
            c => out.push(c),
        }
    }
}

/// Whether `text` stands for itself between quotes.
pub(super) fn is_text(text: &str) -> bool {
    let is_special =
        |byte: u8| matches!(byte, b'$' | b'%' | b'"' | b'\\') || byte.is_ascii_control();
    // Beyond ASCII there are control characters too.
    !text.bytes().any(is_special) && (text.is_ascii() || !text.contains(char::is_control))
}

/// Whether a template is literal text and interpolated names without any escape, so that it needs
/// no parsing: nearly all are, and parsing takes longer than everything else.
pub(super) fn is_plain(template: &str) -> bool {
    let mut parts = template.split('$');
    let is_name = |name: &str| {
        !name.is_empty() && name.bytes().all(|c| c.is_ascii_alphanumeric() || b"_.".contains(&c))
    };
    let is_interpolation = |part: &str| {
        let name_and_text = part.strip_prefix('{').and_then(|part| part.split_once('}'));
        name_and_text.is_some_and(|(name, text)| is_name(name) && is_text(text))
    };
    parts.next().is_none_or(is_text) && parts.all(is_interpolation)
}

#[cfg(test)]
mod tests {
    use super::{is_plain, markers, quoted};

    #[test]
    fn a_template_with_an_escape_or_an_operation_is_not_plain() {
        assert!(is_plain("arn:aws:s3:::${aws_s3_bucket.logs.arn}/${var.prefix}*"));
        let others = [
            "$${a}",
            "a\"",
            "\\",
            "\n",
            "%{ if a }",
            "${a + b}",
            "${}",
            "${a",
            "${ a }",
            "$",
            "${a}$",
            "$a{b}",
            "\u{9f}",
        ];
        for other in others {
            assert!(!is_plain(other), "{other}");
        }
    }

    #[test]
    fn every_template_marker_is_doubled() {
        assert_eq!(markers("${a}$${b} %{c} $ { %"), "$${a}$$${b} %%{c} $ { %");
    }

    #[test]
    fn control_characters_are_written_as_escapes() {
        let mut out = String::new();
        quoted(&mut out, "\"\\\n\r\t\u{1}\u{7f}é");
        assert_eq!(out, r#"\"\\\n\r\t\u0001\u007fé"#);
    }
}
