//! Checks the references of a module before anything is evaluated.

use super::declared::{Module, ResourceName};
use super::references::{self, Available, Use};
use super::target::Target;
use crate::diagnostic::Diagnostic;
use crate::expr::Expr;

/// Checks that everything that is referred to is declared.
pub(super) fn check_names(module: &Module, problems: &mut Vec<Diagnostic>) {
    let mut check = |uses: Vec<Use<'_>>, own: Option<&ResourceName>| {
        for used in uses {
            match Target::of(module, &used) {
                Err(problem) => problems.push(*problem),
                Ok(Target::Resource(name)) if own == Some(&name) => {
                    let detail = format!("Configuration for {name} may not refer to itself.");
                    problems.push(*Diagnostic::new(
                        used.reference.span,
                        "Self-referential block",
                        detail,
                    ));
                }
                Ok(_) => {}
            }
        }
    };
    for variable in module.variables.values() {
        check(
            references::of_exprs(references::exprs_of(&variable.validations), Available::default()),
            None,
        );
    }
    for local in module.locals.values() {
        check(references::of_exprs([&local.value], Available::default()), None);
    }
    for output in module.outputs.values() {
        check(
            references::of_exprs(references::exprs_of_output(output), Available::default()),
            None,
        );
    }
    for resource in module.resources.values() {
        check(references::of_resource(resource), Some(&resource.name));
        check(references::of_exprs(&resource.depends_on, Available::default()), None);
    }
    for call in module.calls.values() {
        check(references::of_exprs(call.repeat.expr(), Available::default()), None);
        check(
            references::of_exprs(
                call.arguments.iter().map(|argument| &argument.value),
                Available::of(&call.repeat),
            ),
            None,
        );
        check(references::of_exprs(&call.depends_on, Available::default()), None);
    }
    for provider in &module.providers {
        check(references::of_provider(provider), None);
    }
    for declared in &module.checks {
        check(
            references::of_exprs(references::exprs_of(&declared.asserts), Available::default()),
            None,
        );
    }
    for waits in waits(module) {
        problems.extend(check_wait(waits));
    }
}

fn waits(module: &Module) -> impl Iterator<Item = &Expr> {
    let resources = module.resources.values().flat_map(|resource| &resource.depends_on);
    let calls = module.calls.values().flat_map(|call| &call.depends_on);
    resources.chain(calls).chain(module.outputs.values().flat_map(|output| &output.depends_on))
}

/// `depends_on` refers to whole objects.
fn check_wait(expr: &Expr) -> Option<Diagnostic> {
    let references = expr.references();
    let reference = references.first()?;
    let names = match &**reference.root {
        "data" | "ephemeral" | "resource" => 2,
        _ => 1,
    };
    let further = reference.steps.get(names..).unwrap_or_default();
    let further = match further {
        [crate::expr::Step::Index(_), rest @ ..] => rest,
        rest => rest,
    };
    let detail = "References in depends_on must be to a whole object (resource, etc), not to an \
                  attribute of an object.";
    (!further.is_empty())
        .then(|| *Diagnostic::new(reference.span, "Invalid depends_on reference", detail))
}
