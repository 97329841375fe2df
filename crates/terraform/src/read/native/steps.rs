//! The steps that follow a term: `.a`, `[b]`, `.0`, `.*` and `[*]`.

use super::super::Result;
use super::Parser;
use super::token::Token;
use crate::expr::{Splat, Step};
use crate::value::normalized;

impl Parser<'_> {
    /// All that follow; empty where none does.
    pub(super) fn steps(&mut self) -> Result<Vec<Step>> {
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
                Ok(Step::Attribute(normalized(self.slice(next))))
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
