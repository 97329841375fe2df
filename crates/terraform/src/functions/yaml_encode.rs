//! `yamlencode`.
//!
//! Every string and key is in double quotes, or as a block where it has several lines; collections
//! are blocks, empty ones `[]` and `{}`. Lines longer than 80 columns break at a space, and a
//! document that is one plain scalar ends with `...`, both as Go's old port of libyaml writes.
//!
//! Source: `go-cty-yaml` 1.1, `encode.go` and `emitterc.go`.

use super::support::{LONGEST, Outcome, STRING, any, bounded, too_long, unknown};
use super::{Function, FunctionContext, FunctionError};
use crate::types::Type;
use crate::value::Value;

pub(super) const FUNCTIONS: &[Function] = &[Function::new(
    "yamlencode",
    &[any("value").allow_null().allow_dynamic()],
    STRING,
    yamlencode,
)];

const WIDEST: usize = 80;
/// A key longer than this is after a question mark.
const LONGEST_KEY: usize = 128;

/// `yamlencode`
fn yamlencode(arguments: &[Value], _: &FunctionContext) -> Outcome {
    if !arguments[0].is_wholly_known() {
        return Ok(unknown(Type::String, arguments));
    }
    let mut emitter = Emitter {
        out: String::new(),
        column: 0,
        whitespace: true,
        indention: true,
        open_ended: false,
    };
    emitter.node(&arguments[0], None, At::Root)?;
    emitter.write_indent(0);
    if emitter.open_ended {
        emitter.out.push_str("...\n");
    }
    bounded(emitter.out)
}

/// Where a node is.
#[derive(Clone, Copy, PartialEq)]
enum At {
    Root,
    Item,
    Value,
}

/// libyaml's emitter, as far as values need it.
struct Emitter {
    out: String,
    column: usize,
    whitespace: bool,
    indention: bool,
    open_ended: bool,
}

impl Emitter {
    fn put(&mut self, c: char) {
        self.out.push(c);
        self.column += 1;
    }

    fn put_break(&mut self) {
        self.out.push('\n');
        self.column = 0;
    }

    fn write_indent(&mut self, indent: usize) {
        if !self.indention || self.column > indent || (self.column == indent && !self.whitespace) {
            self.put_break();
        }
        while self.column < indent {
            self.put(' ');
        }
        self.whitespace = true;
        self.indention = true;
    }

    fn indicator(
        &mut self,
        text: &str,
        need_whitespace: bool,
        is_whitespace: bool,
        is_indention: bool,
    ) {
        if need_whitespace && !self.whitespace {
            self.put(' ');
        }
        text.chars().for_each(|c| self.put(c));
        self.whitespace = is_whitespace;
        self.indention &= is_indention;
        self.open_ended = false;
    }

    /// `indent`: of the block around. None: there is none.
    fn node(&mut self, value: &Value, indent: Option<usize>, at: At) -> Result<(), FunctionError> {
        if self.out.len() > LONGEST {
            return Err(too_long());
        }
        match value {
            Value::Null(_) => self.plain("null", at),
            Value::Bool(value) => self.plain(if *value { "true" } else { "false" }, at),
            Value::Number(number) if number.is_infinite() => {
                self.plain(if number.is_negative() { "-Inf" } else { "+Inf" }, at);
            }
            Value::Number(number) => self.plain(&number.to_string(), at),
            Value::String(text) => self.string(text, indent.map_or(2, |indent| indent + 2)),
            Value::Map(_) | Value::Object(_) => self.mapping(value, indent)?,
            Value::List(_) | Value::Set(_) | Value::Tuple(_) => self.sequence(value, indent, at)?,
            Value::Sensitive(value) => self.node(value, indent, at)?,
            Value::Unknown(_) | Value::Template(_) => {
                return Err(FunctionError::call("cannot serialize unknown value as YAML"));
            }
        }
        Ok(())
    }

    fn sequence(
        &mut self,
        value: &Value,
        indent: Option<usize>,
        at: At,
    ) -> Result<(), FunctionError> {
        if value.children().next().is_none() {
            self.empty("[", "]");
            return Ok(());
        }
        // Items of a list that is a mapping's value are not indented.
        let indentless = at == At::Value && !self.indention;
        let inner = match indent {
            None => 0,
            Some(indent) if indentless => indent,
            Some(indent) => indent + 2,
        };
        for item in value.children() {
            self.write_indent(inner);
            self.indicator("-", true, false, true);
            self.node(item, Some(inner), At::Item)?;
        }
        Ok(())
    }

    fn mapping(&mut self, value: &Value, indent: Option<usize>) -> Result<(), FunctionError> {
        let entries = value.as_entries().into_iter().flatten();
        let mut empty = true;
        let inner = indent.map_or(0, |indent| indent + 2);
        for (key, item) in entries {
            empty = false;
            self.write_indent(inner);
            if !key.contains(is_break) && key.len() <= LONGEST_KEY {
                self.double_quoted(key, inner, false);
                self.indicator(":", false, false, false);
            } else {
                self.indicator("?", true, false, true);
                self.string(key, inner + 2);
                self.write_indent(inner);
                self.indicator(":", true, false, true);
            }
            self.node(item, Some(inner), At::Value)?;
        }
        if empty {
            self.empty("{", "}");
        }
        Ok(())
    }

    fn empty(&mut self, open: &str, close: &str) {
        self.indicator(open, true, true, false);
        self.indicator(close, false, false, false);
    }

    fn plain(&mut self, text: &str, at: At) {
        if !self.whitespace {
            self.put(' ');
        }
        text.chars().for_each(|c| self.put(c));
        self.whitespace = false;
        self.indention = false;
        if at == At::Root {
            self.open_ended = true;
        }
    }

    /// A string that is no simple key; `indent` is that of its lines.
    fn string(&mut self, text: &str, indent: usize) {
        if text.contains('\n') && block_allowed(text) {
            self.literal(text, indent.max(2));
        } else {
            self.double_quoted(text, indent, true);
        }
    }

    fn double_quoted(&mut self, text: &str, indent: usize, breaks: bool) {
        self.indicator("\"", true, false, false);
        let mut after_space = false;
        // Of a text that begins with a byte order mark Go's port takes every character for one.
        let marked = text.starts_with('\u{feff}');
        for (at, c) in text.char_indices() {
            if marked || !is_printable(c) || is_break(c) || matches!(c, '"' | '\\' | '\u{feff}') {
                let escape = match c {
                    '\0' => "0".to_string(),
                    '\x07' => "a".to_string(),
                    '\x08' => "b".to_string(),
                    '\t' => "t".to_string(),
                    '\n' => "n".to_string(),
                    '\x0b' => "v".to_string(),
                    '\x0c' => "f".to_string(),
                    '\r' => "r".to_string(),
                    '\x1b' => "e".to_string(),
                    '"' | '\\' => c.to_string(),
                    '\u{85}' => "N".to_string(),
                    '\u{a0}' => "_".to_string(),
                    '\u{2028}' => "L".to_string(),
                    '\u{2029}' => "P".to_string(),
                    c => match c as u32 {
                        code @ ..=0xff => format!("x{code:02X}"),
                        code @ ..=0xffff => format!("u{code:04X}"),
                        code => format!("U{code:08X}"),
                    },
                };
                self.put('\\');
                escape.chars().for_each(|c| self.put(c));
                after_space = false;
            } else if c == ' ' {
                if breaks && !after_space && self.column > WIDEST && at > 0 && at + 1 < text.len() {
                    self.write_indent(indent);
                    if text[at + 1..].starts_with(' ') {
                        self.put('\\');
                    }
                } else {
                    self.put(' ');
                }
                after_space = true;
            } else {
                self.put(c);
                after_space = false;
            }
        }
        self.indicator("\"", false, false, false);
        self.whitespace = false;
        self.indention = false;
    }

    fn literal(&mut self, text: &str, indent: usize) {
        self.indicator("|", true, false, false);
        if text.starts_with(|c| c == ' ' || is_break(c)) {
            self.indicator("2", false, false, false);
        }
        let mut ends = text.chars().rev();
        match (ends.next(), ends.next()) {
            (Some(last), _) if !is_break(last) => self.indicator("-", false, false, false),
            (_, before) if before.is_none_or(is_break) => self.indicator("+", false, false, false),
            _ => {}
        }
        self.put_break();
        self.indention = true;
        self.whitespace = true;
        let mut breaks = true;
        for c in text.chars() {
            if is_break(c) {
                if c == '\n' {
                    self.put_break();
                } else {
                    self.out.push(c);
                    self.column = 0;
                }
                self.indention = true;
                breaks = true;
            } else {
                if breaks {
                    self.write_indent(indent);
                }
                self.put(c);
                self.indention = false;
                breaks = false;
            }
        }
    }
}

fn is_break(c: char) -> bool {
    matches!(c, '\r' | '\n' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// What libyaml takes for printable: nothing beyond the basic plane.
fn is_printable(c: char) -> bool {
    matches!(c, '\n' | ' '..='~' | '\u{a0}'..='\u{d7ff}' | '\u{e000}'..='\u{fffd}')
        && c != '\u{feff}'
}

/// Whether a block can hold the text: no space at its end or before a break, nothing to escape.
fn block_allowed(text: &str) -> bool {
    let mut before = None;
    for c in text.chars() {
        if !is_printable(c) && !is_break(c)
            || (is_break(c) && before == Some(' '))
            || matches!(c, '\r' | '\u{85}')
        {
            return false;
        }
        before = Some(c);
    }
    before != Some(' ')
}

#[cfg(test)]
mod tests {
    use crate::functions::testing::answers;

    #[test]
    fn strings_are_quoted_or_blocks() {
        answers(&[
            (
                r#"yamlencode({ "k 1" = [1], b = {}, c = [] })"#,
                r#""\"b\": {}\n\"c\": []\n\"k 1\":\n- 1\n""#,
            ),
            (r#"yamlencode([[1, [2]], "x"])"#, r#""- - 1\n  - - 2\n- \"x\"\n""#),
            ("yamlencode(true)", r#""true\n...\n""#),
            (r#"yamlencode("a\nb\n")"#, r#""|\n  a\n  b\n""#),
            (r#"yamlencode({ a = "x\ny" })"#, r#""\"a\": |-\n  x\n  y\n""#),
            (r#"yamlencode("a \nb")"#, r#""\"a \\nb\"\n""#),
            ("yamlencode(u)", "?"),
        ]);
    }
}
