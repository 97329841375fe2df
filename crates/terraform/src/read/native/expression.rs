//! Expressions outside of templates.

use std::sync::Arc;

use super::super::{MAX_OPERATORS, Result};
use super::Parser;
use super::token::{Spanned, Token};
use crate::diagnostic::Diagnostic;
use crate::expr::{
    Base, Binary, Call, Expr, For, If, Key, Kind, Operator, Path, Splat, Step, Unary,
};
use crate::number::Number;

/// The operators of two operands, from those that bind least to those that bind most.
const LEVELS: &[&[(&str, Operator)]] = &[
    &[("||", Operator::Or)],
    &[("&&", Operator::And)],
    &[("==", Operator::Equal), ("!=", Operator::NotEqual)],
    &[
        (">", Operator::Greater),
        (">=", Operator::GreaterOrEqual),
        ("<", Operator::Less),
        ("<=", Operator::LessOrEqual),
    ],
    &[("+", Operator::Add), ("-", Operator::Subtract)],
    &[("*", Operator::Multiply), ("/", Operator::Divide), ("%", Operator::Modulo)],
];

impl Parser<'_> {
    pub(super) fn expression(&mut self) -> Result<Expr> {
        self.nested(self.newlines, Self::conditional)
    }

    fn conditional(&mut self) -> Result<Expr> {
        let condition = self.operators_from(0)?;
        if !self.take("?")? {
            return Ok(condition);
        }
        let then = self.expression()?;
        if !self.take(":")? {
            let detail = "The conditional operator (...?...:...) requires a false expression, \
                          delimited by a colon.";
            return Err(self.unexpected("Missing false expression in conditional", detail));
        }
        let otherwise = self.expression()?;
        let span = condition.span.to(otherwise.span);
        Ok(Expr { kind: Kind::If(Box::new(If { condition, then, otherwise })), span })
    }

    /// Operands joined by operators of this level and those that bind more.
    fn operators_from(&mut self, level: usize) -> Result<Expr> {
        let mut left = self.with_steps()?;
        self.operators_after(&mut left, level)?;
        Ok(left)
    }

    fn operators_after(&mut self, left: &mut Expr, level: usize) -> Result<()> {
        while let Some((operator, binds)) = self.operator_of(level)? {
            let sign = self.next()?;
            self.operators += 1;
            if self.operators > MAX_OPERATORS {
                let detail = format!(
                    "At most {MAX_OPERATORS} operators may follow each other without brackets."
                );
                return Err(Diagnostic::new(
                    self.span(sign.start, sign.end),
                    "Too many operators",
                    detail,
                ));
            }
            let right = self.operators_from(binds + 1)?;
            let span = left.span.to(right.span);
            let first = std::mem::replace(left, Kind::Null.into());
            *left = Expr {
                kind: Kind::Binary(Box::new(Binary { operator, left: first, right })),
                span,
            };
        }
        Ok(())
    }

    fn operator_of(&mut self, from: usize) -> Result<Option<(Operator, usize)>> {
        let Token::Sign(sign) = self.peek()?.token else { return Ok(None) };
        let found = LEVELS.iter().enumerate().skip(from).find_map(|(level, operators)| {
            operators
                .iter()
                .find(|(written, _)| *written == sign)
                .map(|(_, operator)| (*operator, level))
        });
        Ok(found)
    }

    /// A term and the steps into it.
    fn with_steps(&mut self) -> Result<Expr> {
        let term = self.term()?;
        let steps = self.steps()?;
        if steps.is_empty() {
            return Ok(term);
        }
        let span = term.span.to(self.span(self.at, self.at));
        let path = match term.kind {
            Kind::Path(path) if path.steps.is_empty() => Path { steps, ..path },
            _ => Path { base: Base::Expr(Box::new(term)), steps },
        };
        Ok(Expr { kind: Kind::Path(path), span })
    }

    fn term(&mut self) -> Result<Expr> {
        let next = self.peek()?;
        match next.token {
            Token::Word => {
                self.next()?;
                self.word(next)
            }
            Token::Number => {
                self.next()?;
                self.number(next)
            }
            Token::Quote => self.quoted(),
            Token::Heredoc => self.heredoc(),
            Token::Sign("(") => {
                self.next()?;
                let inner = self.nested(false, |inner| {
                    let expr = inner.expression()?;
                    match inner.take(")")? {
                        true => Ok(expr),
                        false => Err(inner.unexpected(
                            "Unbalanced parentheses",
                            "Expected a closing parenthesis to terminate the expression.",
                        )),
                    }
                })?;
                Ok(self.expr(Kind::Parentheses(Box::new(inner)), next.start))
            }
            Token::Sign("-") => self.unary(Unary::Negate),
            Token::Sign("!") => self.unary(Unary::Not),
            Token::Sign("[") => self.nested(false, |inner| inner.list(next.start)),
            Token::Sign("{") => self.object(next.start),
            _ => Err(self.unexpected(
                "Invalid expression",
                "Expected the start of an expression, but found an invalid expression token.",
            )),
        }
    }

    fn expr(&self, kind: Kind, start: usize) -> Expr {
        Expr { kind, span: self.span(start, self.at) }
    }

    fn unary(&mut self, operator: Unary) -> Result<Expr> {
        let sign = self.next()?;
        let operand = self.nested(self.newlines, Self::with_steps)?;
        Ok(self.expr(Kind::Unary(operator, Box::new(operand)), sign.start))
    }

    fn word(&mut self, word: Spanned) -> Result<Expr> {
        if self.is_sign("(")? || self.is_sign("::")? {
            return self.call(word);
        }
        let kind = match self.slice(word) {
            "true" => Kind::Bool(true),
            "false" => Kind::Bool(false),
            "null" => Kind::Null,
            name => Kind::Path(Path { base: Base::Name(name.into()), steps: Vec::new() }),
        };
        Ok(Expr { kind, span: self.span(word.start, word.end) })
    }

    fn number(&mut self, number: Spanned) -> Result<Expr> {
        match Number::parse(self.slice(number)) {
            Ok(value) => {
                Ok(Expr { kind: Kind::Number(value), span: self.span(number.start, number.end) })
            }
            Err(problem) => self.error(
                number.start,
                number.end,
                "Invalid number literal",
                &format!("Failed to recognize the value of this number literal: {problem}."),
            ),
        }
    }

    pub(super) fn name(&mut self, summary: &str, detail: &str) -> Result<Arc<str>> {
        let next = self.peek()?;
        if next.token != Token::Word {
            return Err(self.unexpected(summary, detail));
        }
        self.next()?;
        Ok(self.slice(next).into())
    }

    fn call(&mut self, first: Spanned) -> Result<Expr> {
        let mut name = self.slice(first).to_owned();
        while self.take("::")? {
            name.push_str("::");
            name.push_str(&self.name(
                "Missing function name",
                "Function scope resolution symbol :: must be followed by a function name in this \
                 scope.",
            )?);
        }
        if !self.take("(")? {
            return Err(self.unexpected(
                "Missing open parenthesis",
                "Function selector must be followed by an open parenthesis to begin the function \
                 call.",
            ));
        }
        let (arguments, expand) = self.nested(false, Self::arguments)?;
        Ok(self.expr(Kind::Call(Call { name: name.into(), arguments, expand }), first.start))
    }

    fn arguments(&mut self) -> Result<(Vec<Expr>, bool)> {
        let mut arguments = Vec::new();
        loop {
            if self.take(")")? {
                return Ok((arguments, false));
            }
            arguments.push(self.expression()?);
            if self.take("...")? {
                return match self.take(")")? {
                    true => Ok((arguments, true)),
                    false => Err(self.unexpected(
                        "Missing closing parenthesis",
                        "An expanded function argument (with ...) must be immediately followed by \
                         closing parentheses.",
                    )),
                };
            }
            if !self.take(",")? && !self.is_sign(")")? {
                return Err(self.unexpected(
                    "Missing argument separator",
                    "A comma is required to separate each function argument from the next.",
                ));
            }
        }
    }

    fn list(&mut self, start: usize) -> Result<Expr> {
        self.next()?;
        if self.is_word("for")? {
            return self.for_expression(start, false);
        }
        let mut items = Vec::new();
        loop {
            if self.take("]")? {
                return Ok(self.expr(Kind::List(items), start));
            }
            items.push(self.expression()?);
            if !self.take(",")? && !self.is_sign("]")? {
                return Err(self.unexpected(
                    "Missing item separator",
                    "Expected a comma to mark the beginning of the next item.",
                ));
            }
        }
    }

    fn object(&mut self, start: usize) -> Result<Expr> {
        self.next()?;
        // A `for` may be on a later line, though line ends count in an object.
        let outer = std::mem::replace(&mut self.newlines, false);
        let is_for = self.is_word("for");
        self.newlines = outer;
        match is_for? {
            true => self.nested(false, |inner| inner.for_expression(start, true)),
            false => self.nested(true, |inner| inner.entries(start)),
        }
    }

    fn entries(&mut self, start: usize) -> Result<Expr> {
        let mut entries = Vec::new();
        loop {
            while self.peek()?.token == Token::Newline {
                self.next()?;
            }
            if self.take("}")? {
                return Ok(self.expr(Kind::Map(entries), start));
            }
            let key = self.key()?;
            if !self.take("=")? && !self.take(":")? {
                let detail =
                    "Expected an equals sign (\"=\") to mark the beginning of the attribute value.";
                return Err(self.unexpected("Missing key/value separator", detail));
            }
            let value = self.expression()?;
            entries.push((key, value));
            let next = self.peek()?;
            match next.token {
                Token::Sign(",") | Token::Newline => self.at = next.end,
                Token::Sign("}") => {}
                _ => {
                    let detail =
                        "Expected a newline or comma to mark the beginning of the next attribute.";
                    return Err(self.unexpected("Missing attribute separator", detail));
                }
            }
        }
    }

    fn key(&mut self) -> Result<Key> {
        let key = self.expression()?;
        match &key.kind {
            // `true`, `null` and a lone name are what they say.
            Kind::Bool(_) | Kind::Null => Ok(Key::Name(
                if let Kind::Bool(value) = key.kind { value.to_string() } else { "null".into() }
                    .into(),
            )),
            Kind::String(name) => Ok(Key::Name(name.clone())),
            Kind::Path(Path { base: Base::Name(name), steps }) if steps.is_empty() => {
                Ok(Key::Name(name.clone()))
            }
            _ => Ok(Key::Expr(key)),
        }
    }

    /// From `for` to the closing bracket.
    fn for_expression(&mut self, start: usize, object: bool) -> Result<Expr> {
        const SUMMARY: &str = "Invalid 'for' expression";
        self.next()?;
        let first = self.name(SUMMARY, "For expression requires variable name after 'for'.")?;
        let (key, value) = match self.take(",")? {
            true => (
                Some(first),
                self.name(SUMMARY, "For expression requires value variable name after comma.")?,
            ),
            false => (None, first),
        };
        if !self.take_word("in")? {
            return Err(self.unexpected(
                SUMMARY,
                "For expression requires the 'in' keyword after its name declarations.",
            ));
        }
        let collection = self.expression()?;
        if !self.take(":")? {
            return Err(self.unexpected(
                SUMMARY,
                "For expression requires a colon after the collection expression.",
            ));
        }
        let mut result = self.expression()?;
        let mut result_key = None;
        let arrow = self.peek()?;
        if self.take("=>")? {
            result_key = Some(std::mem::replace(&mut result, self.expression()?));
        }
        if result_key.is_some() != object {
            let detail = match object {
                true => "Key expression is required when building an object.",
                false => "Key expression is not valid when building a tuple.",
            };
            return self.error(arrow.start, arrow.end, SUMMARY, detail);
        }
        let ellipsis = self.peek()?;
        let group = self.take("...")?;
        if group && !object {
            return self.error(
                ellipsis.start,
                ellipsis.end,
                SUMMARY,
                "Grouping ellipsis (...) cannot be used when building a tuple.",
            );
        }
        let condition = match self.take_word("if")? {
            true => Some(self.expression()?),
            false => None,
        };
        let close = if object { "}" } else { "]" };
        if !self.take(close)? {
            return Err(
                self.unexpected(SUMMARY, "Extra characters after the end of the 'for' expression.")
            );
        }
        let walk = For { key, value, collection, result_key, result, group, condition };
        Ok(self.expr(Kind::For(Box::new(walk)), start))
    }

    /// The steps that follow a term: `.a`, `[b]`, `.0`, `.*` and `[*]`.
    fn steps(&mut self) -> Result<Vec<Step>> {
        let mut steps = Vec::new();
        loop {
            if self.take(".")? {
                let star = self.is_sign("*")?;
                steps.push(match star {
                    true => {
                        self.next()?;
                        Step::Splat(Splat { each: self.attributes()?, attributes_only: true })
                    }
                    false => self.attribute_step()?,
                });
            } else if self.take("[")? {
                if self.take("*")? {
                    if !self.take("]")? {
                        let detail = "The star for a full splat operator must be immediately \
                                      followed by a closing bracket (\"]\").";
                        return Err(self.unexpected("Missing close bracket on splat index", detail));
                    }
                    let each = self.nested(self.newlines, Self::steps)?;
                    steps.push(Step::Splat(Splat { each, attributes_only: false }));
                } else {
                    steps.push(self.nested(false, Self::index)?);
                }
            } else {
                return Ok(steps);
            }
        }
    }

    fn index(&mut self) -> Result<Step> {
        let index = self.expression()?;
        match self.take("]")? {
            true => Ok(Step::Index(index)),
            false => Err(self.unexpected(
                "Missing close bracket on index",
                "The index operator must end with a closing bracket (\"]\").",
            )),
        }
    }

    /// The attributes that belong to `.*`.
    fn attributes(&mut self) -> Result<Vec<Step>> {
        let mut steps = Vec::new();
        while self.take(".")? {
            if self.is_sign("*")? {
                return Err(self.unexpected(
                    "Nested splat expression not allowed",
                    "A splat expression (*) cannot be used inside another attribute-only splat \
                     expression.",
                ));
            }
            steps.push(self.attribute_step()?);
        }
        Ok(steps)
    }

    /// What follows a dot.
    fn attribute_step(&mut self) -> Result<Step> {
        let next = self.peek()?;
        match next.token {
            Token::Word => {
                self.next()?;
                Ok(Step::Attribute(self.slice(next).into()))
            }
            // The old way to write an index.
            Token::Number => {
                self.next()?;
                if self.slice(next).contains('.') {
                    let detail = "When using the legacy index syntax, chaining two indexes \
                                  together is not permitted. Use the proper index syntax with \
                                  brackets instead.";
                    return self.error(next.start, next.end, "Invalid legacy index syntax", detail);
                }
                Ok(Step::Index(self.number(next)?))
            }
            _ => Err(self.unexpected(
                "Invalid attribute name",
                "An attribute name is required after a dot.",
            )),
        }
    }
}
