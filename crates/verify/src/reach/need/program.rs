//! [`Program`]: what runs in the networks of a plan, and what says what it connects to.

use super::Needs;
use crate::{AttributePath, Resource};

/// Something that runs programs.
pub struct Program<'a> {
    /// The resource that runs them.
    pub resource: Resource<'a>,
    /// The task definition, where it runs tasks.
    pub task: Option<Resource<'a>>,
    /// What tells them what to connect to: environments and user data.
    pub environment: Vec<AttributePath<'a>>,
    /// The role with which they call AWS services.
    pub role: Option<Resource<'a>>,
}

/// Every program of a plan.
pub fn programs<'a>(needs: &mut Needs<'_, 'a>) -> Vec<Program<'a>> {
    let inventory = needs.inventory;
    let mut all = Vec::new();
    for service in inventory.all_of(&["aws_ecs_service", "aws_ecs_task_set"]) {
        all.extend(tasks(needs, service));
    }
    for function in inventory.all("aws_lambda_function") {
        let role = role(needs, function, &function.at("role"));
        let environment = vec![function.at("environment.0.variables")];
        all.push(Program { resource: function, task: None, environment, role });
    }
    for machine in inventory.all_of(&["aws_instance", "aws_spot_instance_request"]) {
        let role = role_of_profile(needs, machine, &machine.at("iam_instance_profile"));
        all.push(Program { resource: machine, task: None, environment: user_data(machine), role });
    }
    for group in inventory.all("aws_autoscaling_group") {
        let Some(source) = launched_from(needs, group) else { continue };
        let profile = match source.kind() {
            "aws_launch_template" => {
                let own = source.at("iam_instance_profile.0");
                if own.at("name").string().is_set() { own.at("name") } else { own.at("arn") }
            }
            _ => source.at("iam_instance_profile"),
        };
        let role = role_of_profile(needs, group, &profile);
        all.push(Program { resource: group, task: None, environment: user_data(source), role });
    }
    all
}

fn tasks<'a>(needs: &mut Needs<'_, 'a>, service: Resource<'a>) -> Option<Program<'a>> {
    let what = || format!("what the tasks of {} connect to", service.address());
    let definition = service.at("task_definition");
    let task = needs.linked(&definition, &["aws_ecs_task_definition"], what)?;
    if needs.network.of_resource(service).next().is_none() {
        let reason = "its tasks are in the network of the instances that they run on, and a plan \
                      does not show which";
        needs.unread(&service.at("network_configuration"), what(), reason);
        return None;
    }
    let role = role(needs, service, &task.at("task_role_arn"));
    Some(Program {
        resource: service,
        task: Some(task),
        environment: vec![task.at("container_definitions")],
        role,
    })
}

/// What an Auto Scaling group launches instances from.
pub fn launched_from<'a>(needs: &mut Needs<'_, 'a>, group: Resource<'a>) -> Option<Resource<'a>> {
    const MIXED: &str =
        "mixed_instances_policy.0.launch_template.0.launch_template_specification.0";
    let templates = ["launch_template.0.id", "launch_template.0.name"].map(|path| group.at(path));
    let mixed = ["launch_template_id", "launch_template_name"]
        .map(|name| group.at(&format!("{MIXED}.{name}")));
    let configuration = group.at("launch_configuration");
    let mut places = templates.into_iter().chain(mixed).chain([configuration]);
    // What the provider computes beside the one that is written follows from it.
    let place = places
        .find(|place| place.string().is_set() && (!place.string().is_unknown() || place.waits()))?;
    let what = || format!("what the instances of {} connect to", group.address());
    needs.linked(&place, &["aws_launch_template", "aws_launch_configuration"], what)
}

fn user_data(source: Resource<'_>) -> Vec<AttributePath<'_>> {
    let places = ["user_data", "user_data_base64"].map(|name| source.at(name));
    places
        .into_iter()
        .filter(|place| place.string().is_set() && (!place.string().is_unknown() || place.waits()))
        .collect()
}

fn role<'a>(
    needs: &mut Needs<'_, 'a>,
    program: Resource<'a>,
    place: &AttributePath<'a>,
) -> Option<Resource<'a>> {
    // What is in no network of the plan calls AWS services past all of them.
    needs.network.of_resource(program).next()?;
    needs.linked(place, &["aws_iam_role"], || {
        format!("which AWS services {} is allowed to call", program.address())
    })
}

fn role_of_profile<'a>(
    needs: &mut Needs<'_, 'a>,
    program: Resource<'a>,
    place: &AttributePath<'a>,
) -> Option<Resource<'a>> {
    let what = || format!("which AWS services {} is allowed to call", program.address());
    let profile = needs.linked(place, &["aws_iam_instance_profile"], what)?;
    role(needs, program, &profile.at("role"))
}
