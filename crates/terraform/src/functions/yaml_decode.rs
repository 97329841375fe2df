//! `yamldecode`.
//!
//! The grammar is libyaml's, as Go's library has it; what a plain scalar means is cty's own table: `yes`, `on` and `y` are
//! bools, `017` is 17, `0o17` 15, a date becomes a string in RFC 3339, `<<` merges.
//!
//! Source: `go-cty-yaml` 1.1, `resolve.go` and `decode.go`.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use libyaml_safer::{Event, EventData, Parser, ScalarStyle};

use super::date_time;
use super::json::DEEPEST;
use super::support::{MOST, Outcome, quoted, string, text};
use super::{Function, FunctionContext, FunctionError, Returns};
use crate::convert::convert;
use crate::number::Number;
use crate::types::Type;
use crate::value::Value;

pub(super) const FUNCTIONS: &[Function] =
    &[Function::new("yamldecode", &[string("src")], Returns::Of(|_| Ok(Type::Dynamic)), yamldecode).or_null()];

/// `yamldecode`: one document only; objects and tuples, never maps and lists.
fn yamldecode(arguments: &[Value], _: &FunctionContext) -> Outcome {
    let mut source = text(arguments, 0).as_bytes();
    let mut parser = Parser::new();
    parser.set_input_string(&mut source);
    let mut document = Document { parser, anchors: HashMap::new(), pending: Vec::new(), nodes: 0 };
    document.next()?;
    if !matches!(document.next()?.data, EventData::DocumentStart { .. }) {
        return Err(FunctionError::call("missing start of document"));
    }
    let event = document.next()?;
    let (value, _) = document.value(event, 0)?;
    if !matches!(document.next()?.data, EventData::DocumentEnd { .. }) {
        return Err(FunctionError::call("unexpected extra content after value"));
    }
    match document.next()?.data {
        EventData::StreamEnd => Ok(value),
        _ => Err(FunctionError::call("only a single document is allowed")),
    }
}

struct Document<'r, 'b> {
    parser: Parser<&'r mut &'b [u8]>,
    /// What stands under an anchor, and of how many nodes it is.
    anchors: HashMap<String, (Value, usize)>,
    /// Anchors whose value is being read.
    pending: Vec<String>,
    /// How many nodes there are, those of aliases counted each time.
    nodes: usize,
}

impl Document<'_, '_> {
    fn next(&mut self) -> Result<Event, FunctionError> {
        self.parser.parse().map_err(|error| FunctionError::call(error.to_string()))
    }

    fn error<T>(event: &Event, what: impl std::fmt::Display) -> Result<T, FunctionError> {
        let mark = event.start_mark;
        Err(FunctionError::call(format!("on line {}, column {}: {what}", mark.line + 1, mark.column + 1)))
    }

    fn count(&mut self, event: &Event, nodes: usize, depth: usize) -> Result<(), FunctionError> {
        self.nodes = self.nodes.saturating_add(nodes);
        if self.nodes > MOST {
            return Self::error(event, format!("more than {MOST} values, the most that are evaluated here"));
        }
        if depth > DEEPEST {
            return Self::error(event, format!("more than {DEEPEST} levels, the most that are evaluated here"));
        }
        Ok(())
    }

    /// The value that begins with `event`, and of how many nodes it is.
    fn value(&mut self, event: Event, depth: usize) -> Result<(Value, usize), FunctionError> {
        let before = self.nodes;
        self.count(&event, 1, depth)?;
        let anchor = match &event.data {
            EventData::Scalar { anchor, .. }
            | EventData::SequenceStart { anchor, .. }
            | EventData::MappingStart { anchor, .. } => anchor.clone(),
            _ => None,
        };
        self.pending.extend(anchor.clone());
        let value = match &event.data {
            EventData::Scalar { .. } => scalar(&event)?,
            EventData::Alias { anchor } => {
                if self.pending.contains(anchor) {
                    return Self::error(
                        &event,
                        format!("cannot refer to anchor {} from inside its own definition", quoted(anchor)),
                    );
                }
                let Some((value, nodes)) = self.anchors.get(anchor).cloned() else {
                    return Self::error(&event, format!("reference to undefined anchor {}", quoted(anchor)));
                };
                self.count(&event, nodes, depth)?;
                value
            }
            EventData::SequenceStart { tag, .. } => {
                collection_tag(&event, tag.as_deref(), "seq")?;
                self.sequence(depth)?
            }
            EventData::MappingStart { tag, .. } => {
                collection_tag(&event, tag.as_deref(), "map")?;
                self.mapping(depth)?
            }
            EventData::StreamEnd => return Self::error(&event, "expecting value but found end of stream"),
            _ => return Self::error(&event, "a value is expected"),
        };
        let nodes = self.nodes - before;
        if let Some(anchor) = anchor {
            if let Some(at) = self.pending.iter().rposition(|pending| *pending == anchor) {
                self.pending.remove(at);
            }
            self.anchors.insert(anchor, (value.clone(), nodes));
        }
        Ok((value, nodes))
    }

    fn sequence(&mut self, depth: usize) -> Outcome {
        let mut items = Vec::new();
        loop {
            let event = self.next()?;
            if event.data == EventData::SequenceEnd {
                return Ok(Value::tuple(items));
            }
            items.push(self.value(event, depth + 1)?.0);
        }
    }

    fn mapping(&mut self, depth: usize) -> Outcome {
        let mut entries: BTreeMap<Arc<str>, Value> = BTreeMap::new();
        loop {
            let key = self.next()?;
            if key.data == EventData::MappingEnd {
                return Ok(Value::Object(Arc::new(entries)));
            }
            let EventData::Scalar { tag, value, .. } = &key.data else {
                return Self::error(&key, "only strings are allowed as mapping keys");
            };
            let merge = tag.as_deref() == Some("tag:yaml.org,2002:merge") || (tag.is_none() && value == "<<");
            let name = if merge { None } else { Some(convert(&resolved(&key)?, &Type::String).ok()) };
            let event = self.next()?;
            let value = self.value(event, depth + 1)?.0;
            match name {
                Some(Some(Value::String(name))) => {
                    entries.insert(name, value);
                }
                Some(Some(_)) => return Self::error(&key, "mapping key cannot be null"),
                Some(None) => return Self::error(&key, "only strings are allowed as mapping keys"),
                None => {
                    let several = match &value {
                        Value::Tuple(items) => items.to_vec(),
                        other => vec![other.clone()],
                    };
                    for one in several {
                        let Value::Object(merged) = &one else {
                            return Self::error(&key, format!("cannot merge {} into mapping", one.ty()));
                        };
                        entries.extend(merged.iter().map(|(name, value)| (name.clone(), value.clone())));
                    }
                }
            }
        }
    }
}

fn collection_tag(event: &Event, tag: Option<&str>, expected: &str) -> Result<(), FunctionError> {
    match tag {
        None => Ok(()),
        Some(tag) if tag.strip_prefix("tag:yaml.org,2002:") == Some(expected) => Ok(()),
        Some(tag) => Document::error(event, format!("can't interpret {expected} as {tag}")),
    }
}

/// The value of a scalar where a value stands: one in a block style is a string, though `yes` in it becomes `true` first.
fn scalar(event: &Event) -> Outcome {
    let value = resolved(event)?;
    match &event.data {
        EventData::Scalar { tag: None, plain_implicit: false, .. } => {
            convert(&value, &Type::String).or_else(|error| Document::error(event, error))
        }
        _ => Ok(value),
    }
}

/// What a scalar means.
fn resolved(event: &Event) -> Outcome {
    let EventData::Scalar { tag, value: source, style, .. } = &event.data else {
        return Document::error(event, "a scalar is expected");
    };
    let fail = |what: String| Document::error(event, what);
    let known = |tag: &str| matches!(tag, "str" | "bool" | "int" | "float" | "null" | "timestamp" | "binary");
    let tag = match tag.as_deref() {
        None => "",
        Some(tag) => match tag.strip_prefix("tag:yaml.org,2002:").filter(|tag| known(tag)) {
            Some(tag) => tag,
            None => return fail(format!("unsupported tag {}", quoted(tag))),
        },
    };
    let cannot = || fail(format!("cannot parse {} as !!{tag}", quoted(source)));
    let first = source.bytes().next();
    let hinted = first.is_none_or(|byte| b"+-0123456789yYnNtTfFoO~.".contains(&byte));
    let mut number = matches!(tag, "int" | "float");
    if hinted && !matches!(tag, "str" | "binary") {
        if matches!(style, ScalarStyle::SingleQuoted | ScalarStyle::DoubleQuoted) {
            return Ok(source.as_str().into());
        }
        if let Some(value) = word(source) {
            return Ok(value);
        }
        if tag.is_empty() && matches!(source.as_str(), ".nan" | ".NaN" | ".NAN") {
            return fail("floating point NaN is not supported".into());
        }
        match first {
            Some(b'.') => {
                if let Ok(number) = Number::parse(source) {
                    return Ok(number.into());
                }
            }
            Some(b'+' | b'-' | b'0'..=b'9') => {
                if matches!(tag, "" | "timestamp")
                    && let Some(time) = date_time::of_yaml(source)
                {
                    return Ok(time.into());
                }
                number |= is_integer(source) || is_float(source);
            }
            _ => {}
        }
    }
    if number {
        let plain = source.replace('_', "");
        if let Ok(number) = Number::parse(&plain) {
            return Ok(number.into());
        }
        return prefixed(&plain).map_or_else(cannot, |number| Ok(number.into()));
    }
    match tag {
        "binary" if super::encoding::decoded(source).is_none() => cannot(),
        "bool" => match word(source) {
            Some(Value::Bool(value)) => Ok(value.into()),
            _ => cannot(),
        },
        "timestamp" => date_time::of_yaml(source).map_or_else(cannot, |time| Ok(time.into())),
        "null" => Ok(Value::NULL),
        _ => Ok(source.as_str().into()),
    }
}

/// The words that are values.
fn word(source: &str) -> Option<Value> {
    Some(match source {
        "y" | "Y" | "yes" | "Yes" | "YES" | "true" | "True" | "TRUE" | "on" | "On" | "ON" => true.into(),
        "n" | "N" | "no" | "No" | "NO" | "false" | "False" | "FALSE" | "off" | "Off" | "OFF" => false.into(),
        "" | "~" | "null" | "Null" | "NULL" => Value::NULL,
        ".inf" | ".Inf" | ".INF" | "+.inf" | "+.Inf" | "+.INF" => Number::infinity(false).into(),
        "-.inf" | "-.Inf" | "-.INF" => Number::infinity(true).into(),
        _ => return None,
    })
}

fn digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

fn is_integer(source: &str) -> bool {
    let octal = |rest: &str| !rest.is_empty() && rest.bytes().all(|byte| matches!(byte, b'0'..=b'7'));
    let hexadecimal = |rest: &str| !rest.is_empty() && rest.bytes().all(|byte| byte.is_ascii_hexdigit());
    digits(source.strip_prefix(['+', '-']).unwrap_or(source))
        || source.strip_prefix("0o").is_some_and(octal)
        || source.strip_prefix("0x").is_some_and(hexadecimal)
}

fn is_float(source: &str) -> bool {
    let plain = source.strip_prefix(['+', '-']).unwrap_or(source);
    let (mantissa, exponent) =
        plain.split_once(['e', 'E']).map_or((plain, None), |(mantissa, exponent)| (mantissa, Some(exponent)));
    let (whole, fraction) =
        mantissa.split_once('.').map_or((mantissa, None), |(whole, fraction)| (whole, Some(fraction)));
    let optional = |text: &str| text.is_empty() || digits(text);
    let mantissa = match fraction {
        _ if digits(whole) => fraction.is_none_or(optional),
        Some(fraction) => whole.is_empty() && digits(fraction),
        None => false,
    };
    mantissa && exponent.is_none_or(|exponent| digits(exponent.strip_prefix(['+', '-']).unwrap_or(exponent)))
}

/// A number of 64 bits as Go's `strconv.ParseInt` reads it with base 0.
fn prefixed(text: &str) -> Option<Number> {
    let (negative, rest) = match text.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, text.strip_prefix('+').unwrap_or(text)),
    };
    let lower = rest.to_ascii_lowercase();
    let (digits, base) = [("0x", 16), ("0o", 8), ("0b", 2), ("0", 8)]
        .iter()
        .find_map(|(prefix, base)| Some((lower.strip_prefix(prefix)?, *base)))
        .unwrap_or((&lower, 10));
    let value = i128::from(u64::from_str_radix(digits, base).ok()?);
    let value = if negative { -value } else { value };
    (value >= i64::MIN.into()).then(|| Number::integer(value.into()))
}
