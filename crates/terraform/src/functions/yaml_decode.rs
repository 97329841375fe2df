//! `yamldecode`.
//!
//! The grammar is that of YAML 1.2, while Go's library is nearer to 1.1; `<<` merges.
//!
//! Source: `go-cty-yaml` 1.1, `resolve.go` and `decode.go`.

mod scalar;

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use saphyr_parser::{Event, Parser, ScalarStyle, Span, StrInput, Tag};

use super::json::DEEPEST;
use super::support::{MOST, Outcome, string, text};
use super::{Function, FunctionContext, FunctionError, Returns};
use crate::convert::convert;
use crate::types::Type;
use crate::value::{Cause, Value};
use scalar::{name, resolved, scalar};

pub(super) const FUNCTIONS: &[Function] = &[Function::new(
    "yamldecode",
    &[string("src")],
    Returns::Of(|_| Ok(Type::Dynamic)),
    yamldecode,
)
.or_null()];

/// `yamldecode`: one document only; objects and tuples, never maps and lists.
fn yamldecode(arguments: &[Value], _: &FunctionContext) -> Outcome {
    let text = text(arguments, 0);
    let not_here = || {
        let cause = Cause::Other("the way in which this YAML is written is not read here".into());
        Ok(Value::unknown(Type::Dynamic, cause))
    };
    readable(text)?;
    // Ends of lines in YAML 1.1, and none in 1.2.
    if text.contains(['\u{85}', '\u{2028}', '\u{2029}']) {
        return not_here();
    }
    let lines = std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect();
    let mut document = Document {
        parser: Parser::new_from_str(text),
        text,
        length: text.chars().count(),
        lines,
        anchors: HashMap::new(),
        pending: Vec::new(),
        flows: 0,
        nodes: 0,
        stricter: false,
    };
    match document.whole() {
        Err(_) if document.stricter => not_here(),
        result => result,
    }
}

struct Document<'t> {
    parser: Parser<'t, StrInput<'t>>,
    text: &'t str,
    /// How many characters that is.
    length: usize,
    /// Where each line begins.
    lines: Vec<usize>,
    /// The value of each anchor, by its number, and how many nodes it has.
    anchors: HashMap<usize, (Value, usize)>,
    /// Anchors whose value is being read.
    pending: Vec<usize>,
    /// How many `[` and `{` are open.
    flows: usize,
    /// How many nodes there are, those of aliases counted each time.
    nodes: usize,
    /// The parser may have refused what Go's library reads: YAML 1.2 wants the lines of `[…]`,
    /// `{…}` and quoted texts to be indented, no tab after a colon, and more.
    stricter: bool,
}

/// Refuses what Go's library refuses before it reads anything: controls, and other versions than
/// 1.1.
fn readable(text: &str) -> Result<(), FunctionError> {
    if text.chars().any(|c| c.is_control() && !matches!(c, '\t' | '\n' | '\r' | '\u{85}')) {
        return Err(FunctionError::call("yaml: control characters are not allowed"));
    }
    let mut lines = text.lines().map(|line| line.split('#').next().unwrap_or_default().trim_end());
    match lines.find(|line| !line.is_empty() && *line != "%YAML 1.1" && !line.starts_with("%TAG "))
    {
        Some(line) if line.starts_with("%YAML") => {
            Err(FunctionError::call("yaml: found incompatible YAML document"))
        }
        Some(line) if line.starts_with('%') => {
            Err(FunctionError::call("yaml: found unknown directive name"))
        }
        _ => Ok(()),
    }
}

/// An event, and where it is.
type Located<'t> = (Event<'t>, Span);

fn error<T>(place: Span, what: impl std::fmt::Display) -> Result<T, FunctionError> {
    Err(FunctionError::call(format!(
        "on line {}, column {}: {what}",
        place.start.line(),
        place.start.col() + 1
    )))
}

impl<'t> Document<'t> {
    fn whole(&mut self) -> Outcome {
        self.next()?;
        let (Event::DocumentStart(_), _) = self.next()? else {
            return Err(FunctionError::call("missing start of document"));
        };
        let event = self.next()?;
        let (value, _) = self.value(event, 0)?;
        let (Event::DocumentEnd, _) = self.next()? else {
            return Err(FunctionError::call("unexpected extra content after value"));
        };
        match self.next()? {
            (Event::StreamEnd, _) => Ok(value),
            _ => Err(FunctionError::call("only a single document is allowed")),
        }
    }

    /// Where the line of `place` begins.
    fn line_start(&self, place: Span) -> usize {
        let line = place.start.line().checked_sub(1).and_then(|line| self.lines.get(line));
        line.copied().unwrap_or_default()
    }

    /// The text of the line before `place`.
    fn before(&self, place: Span) -> &'t str {
        let line = self.text.get(self.line_start(place)..).unwrap_or_default();
        let end = line.char_indices().nth(place.start.col()).map_or(line.len(), |(at, _)| at);
        &line[..end]
    }

    fn is_at(&self, sign: char, place: Span, indent: &str) -> bool {
        let start = self.line_start(place) + indent.len();
        self.text.get(start..).is_some_and(|rest| rest.starts_with(sign))
    }

    /// The text of a scalar. A block that ends with the document has no newline that is not there.
    fn source<'s>(&self, source: &'s str, style: ScalarStyle, place: Span) -> &'s str {
        let block = matches!(style, ScalarStyle::Literal | ScalarStyle::Folded);
        let last = self.lines.last().copied().unwrap_or_default();
        let to_the_end = last < self.text.len() && place.end.index() >= self.length;
        if block && to_the_end { source.strip_suffix('\n').unwrap_or(source) } else { source }
    }

    fn next(&mut self) -> Result<Located<'t>, FunctionError> {
        match self.parser.next_event() {
            Some(Ok(event)) => Ok(event),
            Some(Err(error)) => {
                let lenient = [":\t", "|#", ">#", "\u{feff}"]
                    .iter()
                    .any(|written| self.text.contains(written));
                self.stricter |= lenient || error.to_string().contains("invalid indentation");
                Err(FunctionError::call(error.to_string()))
            }
            None => Err(FunctionError::call("unexpected end of document")),
        }
    }

    fn count(&mut self, place: Span, nodes: usize, depth: usize) -> Result<(), FunctionError> {
        self.nodes = self.nodes.saturating_add(nodes);
        if self.nodes > MOST {
            return error(
                place,
                format!("more than {MOST} values, the most that are evaluated here"),
            );
        }
        if depth > DEEPEST {
            return error(
                place,
                format!("more than {DEEPEST} levels, the most that are evaluated here"),
            );
        }
        Ok(())
    }

    /// The value that begins with this event, and of how many nodes it is.
    fn value(
        &mut self,
        (event, place): Located<'t>,
        depth: usize,
    ) -> Result<(Value, usize), FunctionError> {
        let before = self.nodes;
        self.count(place, 1, depth)?;
        let indent = self.before(place);
        if self.flows == 0 && indent.contains('\t') && indent.chars().all(|c| " \t-?".contains(c)) {
            return error(place, "found a tab that cannot start any token");
        }
        let flow = match event {
            Event::SequenceStart(..) => self.is_at('[', place, indent),
            Event::MappingStart(..) => self.is_at('{', place, indent),
            _ => false,
        };
        self.flows += usize::from(flow);
        let anchor = match &event {
            Event::Scalar(_, _, anchor, _)
            | Event::SequenceStart(anchor, _)
            | Event::MappingStart(anchor, _) => *anchor,
            _ => 0,
        };
        self.pending.push(anchor);
        let value = match event {
            Event::Scalar(source, style, _, tag) => {
                scalar(self.source(&source, style, place), style, tag.as_deref(), place)?
            }
            Event::Alias(anchor) => {
                if self.pending.contains(&anchor) {
                    return error(
                        place,
                        "cannot refer to an anchor from inside its own definition",
                    );
                }
                let Some((value, nodes)) = self.anchors.get(&anchor).cloned() else {
                    return error(place, "reference to undefined anchor");
                };
                self.count(place, nodes, depth)?;
                value
            }
            Event::SequenceStart(_, tag) => {
                collection_tag(tag.as_deref(), "seq", place)?;
                self.sequence(depth)?
            }
            Event::MappingStart(_, tag) => {
                collection_tag(tag.as_deref(), "map", place)?;
                self.mapping(depth)?
            }
            Event::StreamEnd => return error(place, "expecting value but found end of stream"),
            _ => return error(place, "a value is expected"),
        };
        self.pending.pop();
        self.flows -= usize::from(flow);
        let nodes = self.nodes - before;
        if anchor > 0 {
            self.anchors.insert(anchor, (value.clone(), nodes));
        }
        Ok((value, nodes))
    }

    fn sequence(&mut self, depth: usize) -> Outcome {
        let mut items = Vec::new();
        loop {
            match self.next()? {
                (Event::SequenceEnd, _) => return Ok(Value::tuple(items)),
                event => items.push(self.value(event, depth + 1)?.0),
            }
        }
    }

    fn mapping(&mut self, depth: usize) -> Outcome {
        let mut entries: BTreeMap<Arc<str>, Value> = BTreeMap::new();
        loop {
            let (source, style, tag, place) = match self.next()? {
                (Event::MappingEnd, _) => return Ok(Value::Object(Arc::new(entries))),
                (Event::Scalar(source, style, _, tag), place) => (source, style, tag, place),
                (_, place) => return error(place, "only strings are allowed as mapping keys"),
            };
            let merge = source == "<<" && name(tag.as_deref()).is_none();
            let key = if merge {
                None
            } else {
                Some(convert(&resolved(&source, style, tag.as_deref(), place)?, &Type::String).ok())
            };
            let event = self.next()?;
            let value = self.value(event, depth + 1)?.0;
            match key {
                Some(Some(Value::String(key))) => {
                    entries.insert(key, value);
                }
                Some(Some(_)) => return error(place, "mapping key cannot be null"),
                Some(None) => return error(place, "only strings are allowed as mapping keys"),
                None => {
                    let Value::Object(merged) = &value else {
                        return error(place, format!("cannot merge {} into mapping", value.ty()));
                    };
                    entries
                        .extend(merged.iter().map(|(name, value)| (name.clone(), value.clone())));
                }
            }
        }
    }
}

fn collection_tag(tag: Option<&Tag>, expected: &str, place: Span) -> Result<(), FunctionError> {
    match name(tag) {
        Some(tag) if tag.strip_prefix("tag:yaml.org,2002:") != Some(expected) => {
            error(place, format!("can't interpret {expected} as {tag}"))
        }
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use crate::functions::testing::answers;

    #[test]
    fn words_and_numbers_are_of_yaml_1_1_in_part() {
        answers(&[
            (
                r#"yamldecode("[yes, No, y, on, ~, 0x1F, 017, 0o17, 1_000, 0b1, .5, 1e3, +12]")"#,
                r#"[true,false,true,true,null,31,17,15,"1_000","0b1",0.5,1000,12]"#,
            ),
            (r#"yamldecode(".inf")"#, "+Inf"),
            (r#"yamldecode(".nan")"#, "error"),
            (r#"yamldecode("2001-12-14")"#, r#""2001-12-14T00:00:00Z""#),
            (r#"yamldecode("'2001-12-14'")"#, r#""2001-12-14""#),
            (r#"yamldecode("|-\n  yes")"#, r#""true""#),
            (r#"yamldecode("!!str 1")"#, r#""1""#),
            (r#"yamldecode("!x y")"#, "error"),
            (r#"yamldecode("1: a")"#, r#"{"1":"a"}"#),
        ]);
    }

    #[test]
    fn what_yaml_1_2_refuses_and_go_reads_is_unknown() {
        answers(&[
            (r#"yamldecode("a: [\n1\n]\n")"#, "?"),
            (r#"yamldecode("a:\t1\n")"#, "?"),
            (r#"yamldecode("a: b\u2028c\n")"#, "?"),
            (r#"yamldecode("\ta: 1")"#, "error"),
            (r#"yamldecode("-\ta")"#, "error"),
            (r#"yamldecode("%YAML 1.2\n---\na")"#, "error"),
            (r#"yamldecode("a: \u0001")"#, "error"),
            (r#"yamldecode("a: |\n  x")"#, r#"{"a":"x"}"#),
        ]);
    }

    #[test]
    fn anchors_merge_and_do_not_blow_up() {
        answers(&[
            (
                r#"yamldecode("a: &x {b: 1}\nc:\n  <<: *x\n  d: 2")"#,
                r#"{"a":{"b":1},"c":{"b":1,"d":2}}"#,
            ),
            (r#"yamldecode("a: &x [*x]")"#, "error"),
            (r#"yamldecode("*x")"#, "error"),
            (r#"yamldecode("--- 1\n--- 2")"#, "error"),
            (r##"yamldecode("# only")"##, "error"),
            (
                r#"yamldecode(join("\n", concat(["a0: &a0 [x,x,x,x,x,x,x,x,x]"], [for i in range(20) : "a${i + 1}: &a${i + 1} [*a${i},*a${i},*a${i},*a${i},*a${i},*a${i}]"])))"#,
                "error",
            ),
            (r#"yamldecode(replace(format("%100000s", ""), " ", "["))"#, "error"),
            (r#"yamldecode(replace(format("%100000s", ""), " ", "- "))"#, "error"),
        ]);
    }
}
