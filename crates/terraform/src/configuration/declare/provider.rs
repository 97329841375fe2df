//! Reads provider configurations, and references to them.

use std::sync::Arc;

use super::super::declared::{Provider, ProviderName};
use super::super::literal;
use super::meta::{escaped, unescape};
use crate::diagnostic::Diagnostic;
use crate::expr::{Base, Expr, Key, Kind, Step};
use crate::read::native::is_identifier;
use crate::read::{Block, Result};

/// The provider configurations that a call gives to its module.
pub fn passed_providers(map: &Expr) -> Result<Vec<(ProviderName, ProviderName)>> {
    let Kind::Map(entries) = &map.kind else {
        return Err(Diagnostic::new(
            map.span,
            "Invalid providers argument",
            "The argument is an object: the module's names of providers, and this module's.",
        ));
    };
    let pairs = entries.iter().map(|(key, value)| {
        let inner = match key {
            Key::Name(name) | Key::Text(name) => split(name),
            Key::Expr(expr) | Key::Template(expr) => provider_name(expr)?,
        };
        Ok((inner, provider_name(value)?))
    });
    pairs.collect()
}

/// `aws.west`, as a key of JSON syntax or in quotes has it.
fn split(name: &str) -> ProviderName {
    match name.split_once('.') {
        Some((name, alias)) => ProviderName { name: name.into(), alias: Some(alias.into()) },
        None => ProviderName { name: name.into(), alias: None },
    }
}

/// A reference to a provider configuration.
pub fn provider_name(expr: &Expr) -> Result<ProviderName> {
    match &expr.kind {
        Kind::String(text) => return Ok(split(text)),
        Kind::Path(path) => {
            if let Base::Name(name) = &path.base {
                match &*path.steps {
                    [] => return Ok(ProviderName { name: name.clone(), alias: None }),
                    [Step::Attribute(alias)] | [Step::Attribute(alias), Step::Index(_)] => {
                        return Ok(ProviderName { name: name.clone(), alias: Some(alias.clone()) });
                    }
                    _ => {}
                }
            }
        }
        _ => {}
    }
    Err(Diagnostic::new(
        expr.span,
        "Invalid provider reference",
        "A provider is named as `aws`, or with an alias as `aws.west`.",
    ))
}

/// A `provider` block.
pub fn provider(name: Arc<str>, block: Block) -> Result<Provider> {
    let alias = block.body.attribute("alias").map(|alias| {
        let text = literal::string(&alias.value)?;
        match is_identifier(&text) {
            true => Ok(text),
            false => Err(Diagnostic::new(
                alias.value.span,
                "Invalid provider configuration alias",
                "An alias is a name: it starts with a letter or underscore and contains only \
                 letters, digits, underscores, and dashes.",
            )),
        }
    });
    let name = ProviderName { name, alias: alias.transpose()? };
    let mut body = block.body;
    let escaped = escaped(&mut body)?;
    let repeated = body.attribute("for_each").is_some();
    body.items.retain(|item| !matches!(&**item.name(), "alias" | "version" | "for_each"));
    unescape(&mut body, escaped)?;
    Ok(Provider { name, repeated, body, span: block.span })
}
