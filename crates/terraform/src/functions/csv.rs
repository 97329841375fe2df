//! `csvdecode`.
//!
//! Strict as Go's `encoding/csv`: a quote within a field that has none around it is an error, every
//! row has as many fields as the first. (The `csv` crate forgives both.) A byte order mark becomes
//! part of the first column's name.

use std::sync::Arc;

use super::support::{Outcome, bounded_count, quoted, string, text};
use super::{Function, FunctionContext, FunctionError, Returns};
use crate::types::Type;
use crate::value::{Value, normalized};

pub(super) const FUNCTIONS: &[Function] =
    &[Function::new("csvdecode", &[string("str")], Returns::Of(type_of_csvdecode), csvdecode)];

fn type_of_csvdecode(arguments: &[Value]) -> Result<Type, FunctionError> {
    match arguments[0].as_str() {
        None => Ok(Type::Dynamic),
        Some(text) => Ok(Type::list(row_type(&header(&mut Reader { rest: text, line: 0 })?))),
    }
}

fn row_type(header: &[Arc<str>]) -> Type {
    Type::object(header.iter().map(|name| (name.clone(), Type::String)))
}

fn header(reader: &mut Reader) -> Result<Vec<Arc<str>>, FunctionError> {
    let header = reader.record()?.ok_or_else(|| FunctionError::call("missing header line"))?;
    let header: Vec<Arc<str>> = header.iter().map(|name| normalized(name)).collect();
    for (at, name) in header.iter().enumerate() {
        if header[..at].contains(name) {
            return Err(FunctionError::call(format!("duplicate column name {}", quoted(name))));
        }
    }
    Ok(header)
}

/// `csvdecode`: all values are strings.
fn csvdecode(arguments: &[Value], _: &FunctionContext) -> Outcome {
    let mut reader = Reader { rest: text(arguments, 0), line: 0 };
    let header = header(&mut reader)?;
    let mut rows = Vec::new();
    while let Some(row) = reader.record()? {
        if row.len() != header.len() {
            return Err(reader.error("wrong number of fields"));
        }
        bounded_count(rows.len() + 1)?;
        rows.push(Value::object(header.iter().cloned().zip(row.into_iter().map(Value::from))));
    }
    Ok(Value::list(row_type(&header), rows))
}

struct Reader<'t> {
    rest: &'t str,
    /// How many lines were read.
    line: usize,
}

impl<'t> Reader<'t> {
    fn error(&self, what: &str) -> FunctionError {
        FunctionError::call(format!("CSV parse error on line {}: {what}", self.line))
    }

    /// The next line, and whether a newline ends it.
    fn next_line(&mut self) -> Option<(&'t str, bool)> {
        if self.rest.is_empty() {
            return None;
        }
        self.line += 1;
        let (line, ended) = match self.rest.split_once('\n') {
            Some((line, rest)) => {
                self.rest = rest;
                (line, true)
            }
            None => (std::mem::take(&mut self.rest), false),
        };
        Some((line.strip_suffix('\r').unwrap_or(line), ended))
    }

    /// The fields of the next row; empty lines are passed over.
    fn record(&mut self) -> Result<Option<Vec<String>>, FunctionError> {
        let (mut line, mut ended) = loop {
            match self.next_line() {
                None => return Ok(None),
                Some(("", _)) => {}
                Some(found) => break found,
            }
        };
        let mut fields = Vec::new();
        loop {
            let Some(quoted) = line.strip_prefix('"') else {
                let (field, rest) = match line.split_once(',') {
                    Some((field, rest)) => (field, Some(rest)),
                    None => (line, None),
                };
                if field.contains('"') {
                    return Err(self.error("bare \" in non-quoted field"));
                }
                fields.push(field.to_string());
                match rest {
                    Some(rest) => line = rest,
                    None => return Ok(Some(fields)),
                }
                continue;
            };
            line = quoted;
            let mut field = String::new();
            loop {
                if let Some((part, rest)) = line.split_once('"') {
                    field.push_str(part);
                    if let Some(rest) = rest.strip_prefix('"') {
                        field.push('"');
                        line = rest;
                    } else if let Some(rest) = rest.strip_prefix(',') {
                        line = rest;
                        break;
                    } else if rest.is_empty() {
                        fields.push(field);
                        return Ok(Some(fields));
                    } else {
                        return Err(self.error("extraneous or missing \" in quoted-field"));
                    }
                } else {
                    field.push_str(line);
                    if ended {
                        field.push('\n');
                    }
                    let unended = self.error("extraneous or missing \" in quoted-field");
                    (line, ended) = self.next_line().ok_or(unended)?;
                }
            }
            fields.push(field);
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::functions::testing::answers;

    #[test]
    fn quotes_and_widths_are_strict() {
        answers(&[
            (
                r#"csvdecode("a,b\n1,\"x\ny\"\"\"\n\n3,4")"#,
                r#"[{"a":"1","b":"x\ny\""},{"a":"3","b":"4"}]"#,
            ),
            (r#"csvdecode("a\r\n1\r\n")"#, r#"[{"a":"1"}]"#),
            (r#"csvdecode("a\nx\"y")"#, "error"),
            (r#"csvdecode("a\n\"x")"#, "error"),
            (r#"csvdecode("a\n\"x\"y")"#, "error"),
            (r#"csvdecode("a,b\n1")"#, "error"),
            (r#"csvdecode("a,a\n1,2")"#, "error"),
            (r#"csvdecode("")"#, "error"),
            (r#"csvdecode("\ufeffa\n1")"#, r#"[{"﻿a":"1"}]"#),
            (r#"csvdecode("a")"#, "[]"),
        ]);
    }
}
