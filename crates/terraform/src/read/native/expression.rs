//! Expressions outside of templates: operators, terms and calls.

use std::sync::Arc;

use super::super::{MAX_OPERATORS, Result};
use super::Parser;
use super::token::{Spanned, Token};
use crate::diagnostic::Diagnostic;
use crate::expr::{Base, Binary, Call, Expr, If, Kind, Operator, Path, Unary};
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

    pub(super) fn expr(&self, kind: Kind, start: usize) -> Expr {
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

    pub(super) fn number(&mut self, number: Spanned) -> Result<Expr> {
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
}
