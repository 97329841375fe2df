//! The launch template of what starts instances.

use crate::resource::Resource;

/// What an Auto Scaling group or a node group launches instances from, where that is a template of
/// the plan.
pub fn template_of(group: Resource<'_>) -> Option<Resource<'_>> {
    const MIXED: &str =
        "mixed_instances_policy.0.launch_template.0.launch_template_specification.0";
    let own = |path: &str| {
        group.at(path).link("aws_launch_template").proven().ok().filter(|own| !own.is_data())
    };
    let mixed = |name: &str| own(&format!("{MIXED}.{name}"));
    let plain = || own("launch_template.0.id").or_else(|| own("launch_template.0.name"));
    plain().or_else(|| mixed("launch_template_id")).or_else(|| mixed("launch_template_name"))
}
