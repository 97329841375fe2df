//! Turns blocks into the declarations of a [`Module`], and makes the checks that Terraform makes of
//! each block alone.

mod meta;
mod provider;
mod resource;
mod variable;

use std::path::PathBuf;
use std::sync::Arc;

use super::declared::{Check, Condition, Module, ModuleCall, Output};
use super::literal::{self, boolean};
use super::shape::check;
use super::statements;
use crate::constant::constant;
use crate::diagnostic::Diagnostic;
use crate::expr::Kind;
use crate::read::{Block, Body, Item, Label, Result};
use crate::source::Span;
use crate::types::Type;
use meta::{depends_on, escaped, repeat, unescape};
use provider::{passed_providers, provider};
use resource::resource;
use variable::variable;

/// The declarations of a folder's blocks. What is wrong is added to the problems; the rest is
/// declared.
pub(super) fn module(
    folder: PathBuf,
    blocks: Vec<Block>,
    problems: &mut Vec<Diagnostic>,
) -> Module {
    let mut module = Module { folder, ..Module::default() };
    let (statements, blocks): (Vec<Block>, Vec<Block>) =
        blocks.into_iter().partition(statements::is_statement);
    for block in blocks {
        if let Err(problem) = declare(&mut module, block) {
            problems.push(*problem);
        }
    }
    for statement in &statements {
        if let Err(problem) = check(statement).and_then(|()| statements::check(&module, statement))
        {
            problems.push(*problem);
        }
    }
    module
}

fn declare(module: &mut Module, block: Block) -> Result<()> {
    check(&block)?;
    let span = block.span;
    match (&*block.kind, &*block.labels) {
        ("variable", [label]) => {
            let name = named(label, "variable")?;
            let declared = variable(&name, block)?;
            once(module.variables.insert(name.clone(), declared).is_none(), span, "variable", &name)
        }
        ("output", [label]) => {
            let name = named(label, "output")?;
            let declared = output(block)?;
            once(module.outputs.insert(name.clone(), declared).is_none(), span, "output", &name)
        }
        ("module", [label]) => {
            let name = named(label, "module instance")?;
            let declared = call(block)?;
            once(module.calls.insert(name.clone(), declared).is_none(), span, "module call", &name)
        }
        ("resource" | "data" | "ephemeral", [kind, label]) => {
            named(kind, "resource type")?;
            named(label, "resource")?;
            let declared = resource(block)?;
            let name = declared.name.clone();
            let fresh = module.resources.insert(name.clone(), declared).is_none();
            once(fresh, span, "resource", &name.to_string())
        }
        ("provider", [label]) => {
            let declared = provider(label.name.clone(), block)?;
            let fresh = !module.providers.iter().any(|other| other.name == declared.name);
            let name = declared.name.to_string();
            module.providers.push(declared);
            once(fresh, span, "provider configuration", &name)
        }
        ("locals", _) => block.body.items.into_iter().try_for_each(|item| {
            let Item::Attribute(attribute) = item else { return Ok(()) };
            let name = attribute.name.clone();
            identifier(&name, attribute.span, "local value")?;
            let span = attribute.span;
            once(
                module.locals.insert(name.clone(), attribute).is_none(),
                span,
                "local value",
                &name,
            )
        }),
        ("check", [label]) => {
            let name = named(label, "check")?;
            for data in block.body.blocks_of("data") {
                check(data)?;
                let declared = resource(data.clone())?;
                module.resources.insert(declared.name.clone(), declared);
            }
            let asserts = checked_conditions(&block.body, "assert")?;
            if asserts.is_empty() {
                let detail = "Check blocks must have at least one assert block.";
                return Err(Diagnostic::new(span, "Zero assert blocks", detail));
            }
            let fresh = !module.checks.iter().any(|other| other.name == name);
            module.checks.push(Check { name: name.clone(), asserts, span });
            once(fresh, span, "check", &name)
        }
        ("terraform", _) => {
            module.settings.push(block);
            Ok(())
        }
        _ => Ok(()),
    }
}

fn once(fresh: bool, span: Span, what: &str, name: &str) -> Result<()> {
    match fresh {
        true => Ok(()),
        false => Err(Diagnostic::new(
            span,
            format!("Duplicate {what} definition"),
            format!("A {what} named \"{name}\" is already declared in this module."),
        )),
    }
}

fn named(label: &Label, what: &str) -> Result<Arc<str>> {
    identifier(&label.name, label.span, what)?;
    Ok(label.name.clone())
}

fn identifier(name: &str, span: Span, what: &str) -> Result<()> {
    const RESERVED: &[&str] = &[
        "source",
        "version",
        "providers",
        "count",
        "for_each",
        "lifecycle",
        "depends_on",
        "locals",
    ];
    let valid = crate::read::native::is_identifier(name);
    if valid && !(what == "variable" && RESERVED.contains(&name)) {
        return Ok(());
    }
    let detail = match valid {
        true => format!(
            "The variable name \"{name}\" is reserved due to its special meaning inside module \
             blocks."
        ),
        false => format!(
            "\"{name}\" is no name: a name must start with a letter or underscore and may contain \
             only letters, digits, underscores, and dashes."
        ),
    };
    Err(Diagnostic::new(span, format!("Invalid {what} name"), detail))
}

fn conditions(body: &Body, kind: &str) -> Result<Vec<Condition>> {
    let blocks = body.blocks_of(kind).map(|block| {
        check(block)?;
        let expr = |name: &str| {
            block
                .body
                .attribute(name)
                .map_or_else(|| Kind::Null.into(), |attribute| attribute.value.clone())
        };
        Ok(Condition {
            condition: expr("condition"),
            message: expr("error_message"),
            span: block.span,
        })
    });
    blocks.collect()
}

/// The conditions of a resource or an output: each names something that can change it.
fn checked_conditions(body: &Body, kind: &str) -> Result<Vec<Condition>> {
    let conditions = conditions(body, kind)?;
    match conditions.iter().find(|condition| condition.condition.references().is_empty()) {
        None => Ok(conditions),
        Some(constant) => {
            let detail = "The condition expression must refer to at least one object from \
                          elsewhere in the configuration, or else its result would not be \
                          checking anything.";
            Err(Diagnostic::new(
                constant.condition.span,
                format!("Invalid {kind} expression"),
                detail,
            ))
        }
    }
}

/// A description is a text as it is written.
fn described(body: &Body) -> Result<()> {
    let Some(description) = body.attribute("description") else { return Ok(()) };
    match crate::convert::convert(&constant(&description.value)?, &Type::String) {
        Ok(_) => Ok(()),
        Err(_) => Err(Diagnostic::new(
            description.value.span,
            "Unsuitable value type",
            "A description is a string.",
        )),
    }
}

fn output(block: Block) -> Result<Output> {
    let body = block.body;
    described(&body)?;
    Ok(Output {
        ephemeral: boolean(&body, "ephemeral")?.unwrap_or(false),
        sensitive: boolean(&body, "sensitive")?.unwrap_or(false),
        depends_on: depends_on(&body)?,
        preconditions: checked_conditions(&body, "precondition")?,
        value: body
            .attribute("value")
            .map_or_else(|| Kind::Null.into(), |value| value.value.clone()),
        span: block.span,
    })
}

fn call(block: Block) -> Result<ModuleCall> {
    let mut body = block.body;
    let escaped = escaped(&mut body)?;
    let source =
        body.attribute("source").map_or_else(|| Kind::Null.into(), |source| source.value.clone());
    let text = literal::string(&source)?;
    if text.contains("${") {
        let detail = "The source of a module is a path or an address as it is written: nothing in \
                      it is evaluated.";
        return Err(Diagnostic::new(source.span, "Invalid module source address", detail));
    }
    let providers = body
        .attribute("providers")
        .map(|map| passed_providers(&map.value))
        .transpose()?
        .unwrap_or_default();
    let (repeat, depends_on) = (repeat(&body)?, depends_on(&body)?);
    let meta = ["source", "version", "count", "for_each", "depends_on", "providers"];
    body.items.retain(|item| !meta.contains(&&**item.name()));
    unescape(&mut body, escaped)?;
    if let Some(inner) = body.blocks().next() {
        let detail = format!("\"{}\" is not expected in a module block.", inner.kind);
        return Err(Diagnostic::new(inner.span, "Unsupported block type", detail));
    }
    let arguments = body.attributes().cloned().collect();
    Ok(ModuleCall {
        source: text,
        repeat,
        providers,
        depends_on,
        arguments,
        span: block.span,
        source_span: source.span,
    })
}
