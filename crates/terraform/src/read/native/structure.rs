//! Arguments and blocks.

use super::super::{Attribute, Block, Body, Item, Label, Result};
use super::Parser;
use super::token::{Spanned, Token};

impl Parser<'_> {
    /// The content of a file, or of a block up to its closing brace.
    pub(super) fn body(&mut self, file: bool) -> Result<Body> {
        let mut body = Body::default();
        loop {
            let next = self.peek()?;
            match next.token {
                Token::Newline => {
                    self.next()?;
                }
                Token::End if file => return Ok(body),
                Token::End => {
                    return self.error(
                        next.start,
                        next.end,
                        "Unclosed configuration block",
                        "There is no closing brace for this block before the end of the file.",
                    );
                }
                Token::Sign("}") if !file => return Ok(body),
                Token::Word => {
                    let item = self.item()?;
                    check_once(self, &body, &item)?;
                    body.items.push(item);
                }
                _ => {
                    let detail = "An argument or block definition is required here.";
                    return self.error(
                        next.start,
                        next.end,
                        "Argument or block definition required",
                        detail,
                    );
                }
            }
        }
    }

    fn line_number(&self, offset: u32) -> usize {
        self.text.as_bytes().iter().take(offset as usize).filter(|byte| **byte == b'\n').count() + 1
    }

    fn item(&mut self) -> Result<Item> {
        let name = self.next()?;
        if self.take("=")? {
            let attribute = self.attribute(name)?;
            self.line_ends(
                "Missing newline after argument",
                "An argument definition must end with a newline.",
            )?;
            return Ok(Item::Attribute(attribute));
        }
        let block = self.block(name)?;
        self.line_ends(
            "Missing newline after block definition",
            "A block definition must end with a newline.",
        )?;
        Ok(Item::Block(block))
    }

    fn attribute(&mut self, name: Spanned) -> Result<Attribute> {
        let value = self.expression()?;
        Ok(Attribute {
            name: self.slice(name).into(),
            value,
            span: self.span(name.start, name.end),
        })
    }

    fn line_ends(&mut self, summary: &str, detail: &str) -> Result<()> {
        match self.peek()?.token {
            Token::Newline => self.next().map(|_| ()),
            Token::End => Ok(()),
            _ => Err(self.unexpected(summary, detail)),
        }
    }

    fn block(&mut self, kind: Spanned) -> Result<Block> {
        let mut labels = Vec::new();
        let mut end = kind.end;
        loop {
            let next = self.peek()?;
            match next.token {
                Token::Sign("{") => break,
                Token::Word => {
                    self.next()?;
                    labels.push(Label {
                        name: self.slice(next).into(),
                        span: self.span(next.start, next.end),
                    });
                }
                Token::Quote => {
                    let name = self.quoted_without_holes()?;
                    labels.push(Label { name, span: self.span(next.start, self.at) });
                }
                _ => {
                    let detail = "Either a quoted string block label or an opening brace (\"{\") \
                                  is expected here; an argument has an equals sign after its name.";
                    return Err(self.unexpected("Invalid block definition", detail));
                }
            }
            end = self.at;
        }
        let span = self.span(kind.start, end);
        self.next()?;
        let body = self.nested(true, |inner| inner.block_body())?;
        self.next()?;
        Ok(Block { kind: self.slice(kind).into(), labels, body, span })
    }

    /// What is between the braces: lines, or a single argument on the line of the opening brace.
    fn block_body(&mut self) -> Result<Body> {
        if !matches!(self.peek()?.token, Token::Word) {
            return self.body(false);
        }
        let name = self.next()?;
        let problem = "A single-line block definition can contain only a single argument. If you \
                       want to define multiple arguments or nested blocks, use newlines to \
                       separate them.";
        if !self.take("=")? {
            return Err(self.unexpected("Invalid single-argument block definition", problem));
        }
        let attribute = self.attribute(name)?;
        match self.is_sign("}")? {
            true => Ok(Body { items: vec![Item::Attribute(attribute)] }),
            false => Err(self.unexpected("Invalid single-argument block definition", problem)),
        }
    }
}

/// Terraform takes an argument once in a block.
fn check_once(parser: &Parser<'_>, body: &Body, item: &Item) -> Result<()> {
    let Item::Attribute(attribute) = item else { return Ok(()) };
    let Some(first) = body.attribute(&attribute.name) else { return Ok(()) };
    let name = &attribute.name;
    let detail = format!(
        "The argument \"{name}\" was already set at line {}. Each argument may be set only once.",
        parser.line_number(first.span.start)
    );
    Err(crate::diagnostic::Diagnostic::new(attribute.span, "Attribute redefined", detail))
}
