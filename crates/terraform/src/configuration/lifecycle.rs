//! What Terraform checks of `lifecycle`, `provisioner` and `connection` before it evaluates
//! anything.

use super::builtin;
use super::declared::ResourceName;
use super::literal::boolean;
use crate::diagnostic::Diagnostic;
use crate::expr::{Base, Expr, Kind};
use crate::read::{Block, Body, Result};

/// The settings of `lifecycle`: flags are `true` or `false` as they are written, names are names.
pub(super) fn check(body: &Body) -> Result<()> {
    for name in ["create_before_destroy", "prevent_destroy", "destroy"] {
        boolean(body, name)?;
    }
    for trigger in items(body, "replace_triggered_by") {
        let resource = trigger.references().first().is_some_and(|reference| {
            !matches!(
                &**reference.root,
                "var"
                    | "local"
                    | "module"
                    | "data"
                    | "each"
                    | "count"
                    | "self"
                    | "path"
                    | "terraform"
            )
        });
        if !resource {
            let detail = "Only resources can be used in replace_triggered_by.";
            return Err(Diagnostic::new(
                trigger.span,
                "Invalid reference in replace_triggered_by expression",
                detail,
            ));
        }
    }
    Ok(())
}

/// The names in `ignore_changes` are attributes of the resource.
pub(super) fn check_ignored(name: &ResourceName, body: &Body) -> Result<()> {
    for ignored in items(body, "ignore_changes") {
        let attribute = match &ignored.kind {
            Kind::Path(path) => match &path.base {
                Base::Name(attribute) => Some(attribute),
                Base::Expr(_) => None,
            },
            Kind::String(attribute) => Some(attribute),
            _ => None,
        };
        if let Some(attribute) = attribute
            && (&**attribute == "all" || !builtin::may_have(name, attribute))
        {
            let detail = format!(
                "This object has no argument, nested block, or exported attribute named \
                 \"{attribute}\"; `ignore_changes = all` is without brackets."
            );
            return Err(Diagnostic::new(ignored.span, "Unsupported attribute", detail));
        }
    }
    Ok(())
}

fn items<'a>(body: &'a Body, name: &str) -> &'a [Expr] {
    match body.attribute(name).map(|attribute| &attribute.value.kind) {
        Some(Kind::List(items)) => items,
        _ => &[],
    }
}

/// The provisioners that Terraform has, and what each needs.
/// Source: <https://developer.hashicorp.com/terraform/language/resources/provisioners/syntax>.
pub(super) fn check_provisioner(block: &Block) -> Result<()> {
    if &*block.kind != "provisioner" {
        return Ok(());
    }
    let error = |summary: &str, detail: String| Err(Diagnostic::new(block.span, summary, detail));
    let [kind] = &*block.labels else {
        return error(
            "Missing type for provisioner",
            "All provisioner blocks must have 1 label (type).".into(),
        );
    };
    let required = match &*kind.name {
        "local-exec" => Some("command"),
        "file" => Some("destination"),
        "remote-exec" => None,
        other => {
            let detail = format!(
                "There is no provisioner \"{other}\": Terraform has local-exec, remote-exec and \
                 file."
            );
            return error("Missing required provisioner plugin", detail);
        }
    };
    let bodies = || [&block.body].into_iter().chain(block.body.blocks_of("_").map(|at| &at.body));
    let missing = |name: &&str| !bodies().any(|body| body.attribute(name).is_some());
    match required.filter(missing) {
        Some(missing) => error(
            "Missing required argument",
            format!("The argument \"{missing}\" is required, but no definition was found."),
        ),
        None => Ok(()),
    }
}
