//! [`Variables`]: the values of the root module's variables, given from outside.

use std::path::PathBuf;
use std::sync::Arc;

use indexmap::IndexMap;

use super::declared::Module;
use crate::constant::constant;
use crate::diagnostic::Diagnostic;
use crate::read::folder::Reader;
use crate::read::native::{self, Where};
use crate::read::{Body, Result};
use crate::source::Span;
use crate::value::Value;

/// Where the values of the root module's variables come from. `terraform.tfvars` and
/// `*.auto.tfvars` are read by themselves.
#[derive(Debug, Clone, Default)]
pub struct Variables {
    /// Variable files, as `--var-file` names them; later ones win.
    pub files: Vec<PathBuf>,
    /// Names and values, as `--var name=value` has them; they win over all files.
    pub values: Vec<(String, String)>,
}

/// The value of a variable, and where it is given.
pub(super) struct Given {
    pub value: Value,
    pub span: Span,
}

/// The values of all variables that are given one, in no variable's type yet. A file may give one
/// that is not declared, as in Terraform: that is no problem, but may be a slip, and goes into
/// `warnings`.
pub(super) fn read(
    reader: &mut Reader,
    module: &Module,
    variables: &Variables,
    warnings: &mut Vec<Diagnostic>,
) -> IndexMap<Arc<str>, Given> {
    let mut given = IndexMap::new();
    let automatic = reader.automatic_values().unwrap_or_else(|problem| {
        reader.problems.push(*problem);
        Vec::new()
    });
    for path in automatic {
        let body = reader.values(&path);
        warnings.extend(undeclared(module, &body));
        add(reader, module, body, &mut given);
    }
    for path in &variables.files {
        let body = reader.given_values(path);
        warnings.extend(undeclared(module, &body));
        add(reader, module, body, &mut given);
    }
    for (name, text) in &variables.values {
        match value_of(reader, module, name, text) {
            Ok(value) => {
                given.insert(name.as_str().into(), value);
            }
            Err(problem) => reader.problems.push(*problem),
        }
    }
    given
}

/// The values in a file whose variables the root module does not declare, told at the first of
/// them.
fn undeclared(module: &Module, body: &Result<Body>) -> Option<Diagnostic> {
    let attributes = body.iter().flat_map(Body::attributes);
    let unknown: Vec<_> =
        attributes.filter(|attribute| !module.variables.contains_key(&attribute.name)).collect();
    let first = unknown.first()?;
    let names: Vec<_> = unknown.iter().map(|attribute| format!("\"{}\"", attribute.name)).collect();
    let (noun, value) = if names.len() == 1 {
        ("variable", "its value is")
    } else {
        ("variables", "their values are")
    };
    let detail = format!(
        "The root module does not declare the {noun} {}; {value} not used.",
        names.join(", ")
    );
    Some(*Diagnostic::new(first.span, "Value for undeclared variable", detail))
}

fn add(
    reader: &mut Reader,
    module: &Module,
    body: Result<Body>,
    given: &mut IndexMap<Arc<str>, Given>,
) {
    let values = body.and_then(|body| {
        if let Some(block) = body.blocks().next() {
            let detail =
                "A variable file has arguments only: the names of variables, and their values.";
            return Err(Diagnostic::new(block.span, "Unexpected block", detail));
        }
        // What is not declared is not evaluated: whatever is written for it.
        let declared =
            body.attributes().filter(|attribute| module.variables.contains_key(&attribute.name));
        let values = declared.map(|attribute| {
            let value = constant(&attribute.value)?;
            Ok((attribute.name.clone(), Given { value, span: attribute.value.span }))
        });
        values.collect::<Result<Vec<_>>>()
    });
    match values {
        Ok(values) => given.extend(values),
        Err(problem) => reader.problems.push(*problem),
    }
}

/// The text of `--var`: of a variable of a primitive type the value itself, of others an
/// expression.
fn value_of(reader: &mut Reader, module: &Module, name: &str, text: &str) -> Result<Given> {
    let file = reader.add_text(&format!("--var {name}"), text);
    let span = Span::new(file, 0, u32::try_from(text.len()).unwrap_or(u32::MAX));
    let Some(variable) = module.variables.get(name) else {
        let detail = format!(
            "A variable named \"{name}\" is given a value, but the root module does not declare \
             it."
        );
        return Err(Diagnostic::new(span, "Value for undeclared variable", detail));
    };
    let value = match variable.literal {
        true => Value::string(text),
        false => constant(&native::expression(text, Where::File(file))?)?,
    };
    Ok(Given { value, span })
}
