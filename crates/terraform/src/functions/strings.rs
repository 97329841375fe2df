//! Functions of strings.
//!
//! Characters are grapheme clusters in `substr` and `strrev`, code points in `split("", …)`, bytes
//! nowhere. Letters change their case one by one, as Go's `unicode` package has it: `upper("ß")` is
//! `ß`.

use std::sync::Arc;

use super::regular_expression::Pattern;
use super::support::{
    BOOL, LONGEST, Outcome, STRING, STRINGS, bounded, bounded_count, characters, items,
    known_prefix, pay_for_search, string, text, too_long, unknown, whole,
};
use super::{Function, FunctionContext, FunctionError, Parameter, Takes};
use crate::types::Type;
use crate::value::{Part, Template, Value};

pub(super) const FUNCTIONS: &[Function] = &[
    Function::new("upper", &[string("str").allow_dynamic()], STRING, upper),
    Function::new("lower", &[string("str").allow_dynamic()], STRING, lower),
    Function::new("title", &[string("str")], STRING, title),
    Function::new("trim", &[string("str"), string("cutset")], STRING, trim),
    Function::new("trimprefix", &[string("str"), string("prefix")], STRING, trimprefix),
    Function::new("trimsuffix", &[string("str"), string("suffix")], STRING, trimsuffix),
    Function::new("trimspace", &[string("str")], STRING, trimspace),
    Function::new("chomp", &[string("str")], STRING, chomp),
    Function::new("indent", &[super::support::number("spaces"), string("str")], STRING, indent),
    Function::new("strrev", &[string("str").allow_dynamic()], STRING, strrev),
    Function::new("substr", SUBSTR, STRING, substr),
    Function::new("split", &[string("separator"), string("str")], STRINGS, split),
    Function::new("join", &[string("separator")], STRING, join)
        .variadic(Parameter::new("lists", Takes::List(&Takes::String))),
    Function::new(
        "replace",
        &[string("str"), string("substr"), string("replace")],
        STRING,
        replace,
    ),
    Function::new(
        "startswith",
        &[string("str").allow_unknown(), string("prefix")],
        BOOL,
        startswith,
    ),
    Function::new("endswith", &[string("str"), string("suffix")], BOOL, endswith),
    Function::new("strcontains", &[string("str"), string("substr")], BOOL, strcontains).or_null(),
];

const SUBSTR: &[Parameter] = &[
    string("str").allow_dynamic(),
    super::support::number("offset").allow_dynamic(),
    super::support::number("length").allow_dynamic(),
];

/// `upper`: each letter's single capital, so `ß` and `ﬁ`, which have none, stay.
fn upper(arguments: &[Value], _: &FunctionContext) -> Outcome {
    bounded(text(arguments, 0).chars().map(capital).collect())
}

/// `lower`: `İ` becomes a plain `i`.
fn lower(arguments: &[Value], _: &FunctionContext) -> Outcome {
    let small = |c: char| if c == 'İ' { 'i' } else { c.to_lowercase().next().unwrap_or(c) };
    bounded(text(arguments, 0).chars().map(small).collect())
}

/// `title`: what follows a space or ASCII punctuation (`_` is none) becomes a capital; the rest
/// stays as it is.
fn title(arguments: &[Value], _: &FunctionContext) -> Outcome {
    let mut before = ' ';
    let capitals = text(arguments, 0).chars().map(|c| {
        let first = if before.is_ascii() {
            !before.is_ascii_alphanumeric() && before != '_'
        } else {
            before.is_whitespace()
        };
        before = c;
        if first { title_capital(c) } else { c }
    });
    bounded(capitals.collect())
}

/// The capital that Unicode's table of single letters has.
fn capital(c: char) -> char {
    let mut all = c.to_uppercase();
    match (all.next(), all.next()) {
        (Some(single), None) => single,
        // Letters whose full capital is two letters and whose single one is their title case.
        _ => match c {
            '\u{1f80}'..='\u{1f87}' | '\u{1f90}'..='\u{1f97}' | '\u{1fa0}'..='\u{1fa7}' => {
                char::from_u32(c as u32 + 8).unwrap_or(c)
            }
            'ᾳ' => 'ᾼ',
            'ῃ' => 'ῌ',
            'ῳ' => 'ῼ',
            _ => c,
        },
    }
}

/// The capital at the beginning of a word, another one for a few double letters and for Georgian.
fn title_capital(c: char) -> char {
    match c {
        'Ǆ' | 'ǅ' | 'ǆ' => 'ǅ',
        'Ǉ' | 'ǈ' | 'ǉ' => 'ǈ',
        'Ǌ' | 'ǋ' | 'ǌ' => 'ǋ',
        'Ǳ' | 'ǲ' | 'ǳ' => 'ǲ',
        '\u{10d0}'..='\u{10ff}' => c,
        _ => capital(c),
    }
}

/// `trim`: all characters that are in `cutset`, one by one, off both ends.
fn trim(arguments: &[Value], _: &FunctionContext) -> Outcome {
    let cutset: std::collections::BTreeSet<char> = text(arguments, 1).chars().collect();
    Ok(text(arguments, 0).trim_matches(|c| cutset.contains(&c)).into())
}

/// `trimprefix`: once.
fn trimprefix(arguments: &[Value], _: &FunctionContext) -> Outcome {
    let all = text(arguments, 0);
    Ok(all.strip_prefix(text(arguments, 1)).unwrap_or(all).into())
}

/// `trimsuffix`: once.
fn trimsuffix(arguments: &[Value], _: &FunctionContext) -> Outcome {
    let all = text(arguments, 0);
    Ok(all.strip_suffix(text(arguments, 1)).unwrap_or(all).into())
}

/// `trimspace`: all white space of Unicode.
fn trimspace(arguments: &[Value], _: &FunctionContext) -> Outcome {
    Ok(text(arguments, 0).trim().into())
}

/// `chomp`: all newlines at the end, of every kind.
fn chomp(arguments: &[Value], _: &FunctionContext) -> Outcome {
    Ok(text(arguments, 0).trim_end_matches(['\r', '\n']).into())
}

/// `indent`: spaces after each newline, so the first line stays where it is.
fn indent(arguments: &[Value], _: &FunctionContext) -> Outcome {
    let spaces = usize::try_from(whole(arguments, 0)?)
        .map_err(|_| FunctionError::call("the number of spaces must not be negative"))?;
    let text = text(arguments, 1);
    let lines = text.matches('\n').count();
    if spaces > LONGEST || lines.saturating_mul(spaces) > LONGEST {
        return Err(too_long());
    }
    bounded(text.replace('\n', &format!("\n{}", " ".repeat(spaces))))
}

/// `strrev`: grapheme clusters in reverse.
fn strrev(arguments: &[Value], _: &FunctionContext) -> Outcome {
    Ok(characters(text(arguments, 0)).rev().collect::<String>().into())
}

/// `substr`: a negative offset counts from the end, a negative length goes to the end; nothing is
/// ever out of range.
fn substr(arguments: &[Value], _: &FunctionContext) -> Outcome {
    let all: Vec<&str> = characters(text(arguments, 0)).collect();
    let (offset, length) = (whole(arguments, 1)?, whole(arguments, 2)?);
    if offset >= 0 && length == 0 {
        return Ok("".into());
    }
    // An offset before the beginning is the beginning.
    let start = if offset < 0 { (all.len() as i64).saturating_add(offset).max(0) } else { offset };
    let rest = all.get(usize::try_from(start).unwrap_or(usize::MAX)..).unwrap_or_default();
    // With a negative offset a length of 0 is no length at all.
    let length = if length <= 0 {
        rest.len()
    } else {
        usize::try_from(length).unwrap_or(usize::MAX).min(rest.len())
    };
    Ok(rest[..length].concat().into())
}

/// `split`: by code points where the separator is empty; of an empty string `[""]`, but `[]` where
/// both are empty.
fn split(arguments: &[Value], _: &FunctionContext) -> Outcome {
    let (separator, all) = (text(arguments, 0), text(arguments, 1));
    let parts: Vec<Value> = if separator.is_empty() {
        bounded_count(all.len())?;
        all.chars().map(|c| Value::string(c.encode_utf8(&mut [0; 4]))).collect()
    } else {
        bounded_count(all.matches(separator).count())?;
        all.split(separator).map(Value::string).collect()
    };
    Ok(Value::list(Type::String, parts))
}

/// `join`: of all elements of all lists; a null is an error.
///
/// Terraform takes the whole for unknown if a part is. Here it keeps its text, with holes.
fn join(arguments: &[Value], _: &FunctionContext) -> Outcome {
    let (separator, lists) = (text(arguments, 0), &arguments[1..]);
    if lists.is_empty() {
        return Err(FunctionError::call("at least one list is required"));
    }
    let count: usize = lists.iter().map(|list| items(list).len()).sum();
    if separator.len().saturating_mul(count) > LONGEST {
        return Err(too_long());
    }
    let mut parts = Vec::new();
    let mut length = 0;
    let known = lists.iter().all(Value::is_wholly_known);
    for (at, list) in lists.iter().enumerate() {
        for (index, item) in items(list).iter().enumerate() {
            match item {
                Value::Null(_) if known => {
                    let of_list = if lists.len() > 1 {
                        format!(" of list {}", at + 1)
                    } else {
                        String::new()
                    };
                    return Err(FunctionError::argument(
                        at + 1,
                        format!("element {index}{of_list} is null; cannot concatenate null values"),
                    ));
                }
                Value::Null(_) => return Ok(unknown(Type::String, arguments)),
                Value::String(text) => length += text.len(),
                _ => {}
            }
            if !parts.is_empty() {
                length += separator.len();
                parts.push(Part::Text(Arc::from(separator)));
            }
            parts.push(Part::Hole(item.clone()));
            if length > LONGEST {
                return Err(too_long());
            }
        }
    }
    if known {
        let whole: String = parts
            .iter()
            .map(|part| match part {
                Part::Text(text) => text,
                Part::Hole(value) | Part::Json(value) => value.as_str().unwrap_or_default(),
            })
            .collect();
        return bounded(whole);
    }
    Ok(Template::of(parts, ""))
}

/// `replace`: of a substring, or of a regular expression where it is between slashes.
fn replace(arguments: &[Value], context: &FunctionContext) -> Outcome {
    let (all, old, new) = (text(arguments, 0), text(arguments, 1), text(arguments, 2));
    if old.len() > 1
        && let Some(pattern) = old.strip_prefix('/').and_then(|old| old.strip_suffix('/'))
    {
        let pattern = Pattern::new(pattern)
            .map_err(|error| FunctionError::call(format!("error parsing regexp: {error}")))?;
        pay_for_search(all, context)?;
        return pattern.replace_all(all, new, LONGEST).map(Value::from).ok_or_else(too_long);
    }
    let found = if old.is_empty() { all.len() + 1 } else { all.matches(old).count() };
    if found.saturating_mul(new.len()) > LONGEST {
        return Err(too_long());
    }
    bounded(all.replace(old, new))
}

/// `startswith`: known of a string of which only the beginning is known, if that is enough.
fn startswith(arguments: &[Value], _: &FunctionContext) -> Outcome {
    let prefix = text(arguments, 1);
    if let Some(all) = arguments[0].as_str() {
        return Ok(all.starts_with(prefix).into());
    }
    let known = known_prefix(&arguments[0]);
    if known.starts_with(prefix) {
        return Ok(true.into());
    }
    if !known.is_empty() && known.len() >= prefix.len() {
        return Ok(false.into());
    }
    Ok(unknown(Type::Bool, arguments))
}

/// `endswith`
fn endswith(arguments: &[Value], _: &FunctionContext) -> Outcome {
    Ok(text(arguments, 0).ends_with(text(arguments, 1)).into())
}

/// `strcontains`
fn strcontains(arguments: &[Value], _: &FunctionContext) -> Outcome {
    Ok(text(arguments, 0).contains(text(arguments, 1)).into())
}

#[cfg(test)]
mod tests {
    use crate::functions::testing::answers;

    #[test]
    fn letters_change_their_case_one_by_one() {
        answers(&[
            (r#"upper("ß ŉ ﬁ ǆ ა")"#, r#""ß ŉ ﬁ Ǆ Ა""#),
            (r#"upper("ᾳ")"#, r#""ᾼ""#),
            (r#"lower("İΣ")"#, r#""iσ""#),
            (r#"title("ǆ ა o'neil 3rd foo_bar x.y")"#, r#""ǅ ა O'Neil 3rd Foo_bar X.Y""#),
        ]);
    }

    #[test]
    fn characters_are_grapheme_clusters_but_for_an_empty_separator() {
        answers(&[
            (r#"length("👩‍👩‍👧\r\n")"#, "2"),
            (r#"strrev("🇨🇭🇫🇷")"#, r#""🇫🇷🇨🇭""#),
            (r#"substr("👩‍👩‍👧x", 0, 1)"#, r#""👩‍👩‍👧""#),
            (r#"substr("abc", -2, 0)"#, r#""bc""#),
            (r#"substr("abc", -9, -1)"#, r#""abc""#),
            (r#"substr("abc", 9, 1)"#, r#""""#),
            (r#"split("", "e\u0301x")"#, r#"["é","x"]"#),
            (r#"split("", "")"#, "[]"),
            (r#"split(",", "")"#, r#"[""]"#),
            (r#"substr("abc", 0.5, 1)"#, "error"),
        ]);
    }

    #[test]
    fn results_are_bounded() {
        answers(&[
            (r#"indent(99999999999, "a\nb")"#, "error"),
            (r#"indent(-1, "a")"#, "error"),
            (r#"replace(format("%1000000s", ""), "", format("%1000s", ""))"#, "error"),
            (r#"join(format("%1000000s", ""), range(1000))"#, "error"),
            (r#"replace(format("%1000000s", ""), "/ /", format("%1000s", ""))"#, "error"),
        ]);
    }

    #[test]
    fn a_text_keeps_its_holes() {
        answers(&[
            (r#"join(":", ["arn", u, "x"])"#, "arn:?:x"),
            (r#"join("", [u])"#, "?"),
            (r#"join(",", [u, null])"#, "?"),
            (r#"startswith("x-${u}", "x-")"#, "true"),
            (r#"startswith("x-${u}", "y")"#, "false"),
            (r#"startswith(u, "")"#, "true"),
            (r#"startswith(u, "a")"#, "?"),
            (r#"upper("x-${u}")"#, "?"),
            (r#"strcontains("x-${u}", "x")"#, "?"),
        ]);
    }
}
