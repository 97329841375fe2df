//! String templates, with interpolations and the directives `%{ if }` and `%{ for }`.

use super::Evaluator;
use super::choice::Side;
use super::repeat::Elements;
use crate::convert::convert;
use crate::expr::{Expr, Part as Piece};
use crate::names::Names;
use crate::source::Span;
use crate::types::Type;
use crate::value::{Part, Template, Unknown, Value, stable_prefix};

/// How much of a text's beginning Terraform keeps in mind when the rest is unknown.
const LONGEST_PREFIX: usize = 128;

impl<N: Names + ?Sized> Evaluator<'_, N> {
    pub(super) fn template(&mut self, pieces: &[Piece], span: Span) -> Value {
        match pieces {
            [Piece::Value(expr)] => self.value(expr),
            _ => self.text(pieces, span),
        }
    }

    /// The text of all pieces; never null.
    fn text(&mut self, pieces: &[Piece], span: Span) -> Value {
        const INVALID: &str = "Invalid template interpolation value";
        let before = self.faults.len();
        let mut sensitive = false;
        let mut parts = Vec::with_capacity(pieces.len());
        // The text so far, while all of it is known.
        let mut prefix = Some(String::new());
        for piece in pieces {
            let (value, place) = match piece {
                Piece::Text(text) => (Value::String(text.clone()), span),
                Piece::Value(expr) => (self.value(expr), expr.span),
                Piece::If { condition, then, otherwise } => {
                    (self.text_choice(condition, then, otherwise, span), condition.span)
                }
                Piece::For { key, value, collection, body } => (
                    self.text_repeat((key.as_ref(), value), collection, body, span),
                    collection.span,
                ),
            };
            if value.is_null() {
                let detail = "The expression result is null. Cannot include a null value in a \
                              string template.";
                self.fault(place, INVALID, detail);
                continue;
            }
            let (plain, marked) = value.unmarked();
            sensitive |= marked;
            if !plain.is_known() {
                parts.push(Part::Hole(plain.clone()));
                if let Some(known) = prefix.take() {
                    parts.insert(0, Part::Text(known.as_str().into()));
                }
                continue;
            }
            match convert(plain, &Type::String) {
                Ok(Value::String(text)) => match &mut prefix {
                    Some(known) => known.push_str(&text),
                    None => parts.push(Part::Text(text)),
                },
                Ok(_) => {}
                Err(error) => {
                    let detail =
                        format!("Cannot include the given value in a string template: {error}.");
                    self.fault(place, INVALID, detail);
                }
            }
        }
        let value = match prefix {
            Some(text) => Value::string(&text),
            None => {
                let known = match parts.first() {
                    Some(Part::Text(text)) if self.faults.len() == before => text.clone(),
                    _ => "".into(),
                };
                let mut end = known.len().min(LONGEST_PREFIX);
                while !known.is_char_boundary(end) {
                    end -= 1;
                }
                Template::of(parts, stable_prefix(&known[..end]))
            }
        };
        self.budget.weigh(&value);
        value.marked(sensitive)
    }

    fn text_choice(
        &mut self,
        condition: &Expr,
        then: &[Piece],
        otherwise: &[Piece],
        span: Span,
    ) -> Value {
        let then: Side = self.side(span, |this| this.text(then, span));
        let otherwise = self.side(span, |this| this.text(otherwise, span));
        self.chosen(condition, then, otherwise, span)
    }

    fn text_repeat(
        &mut self,
        (key_name, value_name): (Option<&std::sync::Arc<str>>, &std::sync::Arc<str>),
        collection: &Expr,
        body: &[Piece],
        span: Span,
    ) -> Value {
        let whole = self.value(collection);
        let (elements, mut sensitive) = match self
            .elements(&whole, collection.span, |_| Some(false))
        {
            Elements::Known(elements, sensitive) => (elements, sensitive),
            Elements::Not(result) => {
                let (result, sensitive) = result.unmarked();
                return Value::from(Unknown::new(Type::String, result.causes())).marked(sensitive);
            }
        };
        let mut parts = Vec::with_capacity(elements.len());
        for (key, value) in elements {
            if self.budget.exhausted().is_some() {
                break;
            }
            let outside = self.give(key_name, value_name, key, value);
            let text = self.text(body, span);
            self.given.truncate(outside);
            let (text, marked) = text.unmarked();
            sensitive |= marked;
            parts.push(Part::Hole(text.clone()));
        }
        Template::of(parts, "").marked(sensitive)
    }
}
