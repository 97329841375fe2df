//! A Fargate task has a size that Fargate offers, and the network mode it needs.
//!
//! ## Why
//!
//! Fargate has some eighty pairs of CPU and memory. Terraform accepts any two numbers; AWS answers
//! `No Fargate configuration exists for given values` when the task definition is registered. Both
//! must be given for the whole task, and the network mode must be `awsvpc`.
//!
//! ## Example
//!
//! ```hcl
//! resource "aws_ecs_task_definition" "payments" {
//!   requires_compatibilities = ["FARGATE"]
//!   network_mode             = "awsvpc"
//!   cpu                      = 1024
//!   memory                   = 1024
//! }
//! ```
//!
//! ## Fix
//!
//! Set `cpu` and `memory` to a pair of the table, and `network_mode = "awsvpc"`.
//!
//! ```hcl
//! resource "aws_ecs_task_definition" "payments" {
//!   requires_compatibilities = ["FARGATE"]
//!   network_mode             = "awsvpc"
//!   cpu                      = 1024
//!   memory                   = 2048
//! }
//! ```
//!
//! ## Source
//!
//! - [Task CPU and memory on Fargate](https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-tasks-services.html#fargate-tasks-size)
//! - [RegisterTaskDefinition](https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RegisterTaskDefinition.html)

use crate::Check;
use crate::FargateSize;
use crate::Planned::Absent;

rule! { Error, AnyStack, ["ALL-7", "APP-1"] }

/// CPU units up to which the sizes are known; larger ones, which came later than the table, are
/// left to AWS.
const LARGEST: u32 = 16_384;

fn check(check: &mut Check) {
    for task in check.all("aws_ecs_task_definition") {
        let compatible = task.at("requires_compatibilities").strings().known().unwrap_or_default();
        if !compatible.contains(&"FARGATE") {
            continue;
        }
        let (cpu, memory, network) = (task.at("cpu"), task.at("memory"), task.at("network_mode"));
        for (place, what) in [(&cpu, "CPU"), (&memory, "memory")] {
            if place.string() == Absent {
                check.fail(place, format!("Fargate needs the {what} of the whole task"));
            }
        }
        let size = cpu.string().and_then(|units| memory.string().map(|size| (units, size)));
        check.judge(&cpu, size, |(units, size)| check_size(units, size));
        let is_awsvpc = network.string().map(|mode| mode == "awsvpc");
        check.expect(&network, is_awsvpc, "Fargate needs the network mode awsvpc");
    }
}

fn check_size(cpu: &str, memory: &str) -> Option<String> {
    match (amount(cpu, "vcpu"), amount(memory, "gb")) {
        (Some(cpu), _) if cpu > LARGEST && cpu.is_power_of_two() => None,
        (Some(cpu), Some(memory)) => {
            FargateSize::new(cpu, memory).err().map(|error| error.to_string())
        }
        _ => Some(format!("{cpu} and {memory} are not a size; write CPU units and MiB")),
    }
}

/// ECS takes `1024`, and also `1 vCPU` and `2 GB`. Source: ECS API, `RegisterTaskDefinition`, `cpu`
/// and `memory`.
fn amount(text: &str, unit: &str) -> Option<u32> {
    let text = text.trim().to_lowercase();
    match text.strip_suffix(unit) {
        None => text.parse().ok(),
        Some(number) => {
            let thousandth = (number.trim().parse::<f64>().ok()? * 1_024.0).round();
            (0.0..f64::from(u32::MAX)).contains(&thousandth).then_some(thousandth as u32)
        }
    }
}
