// GENERATED from src/schema/aws.json. Regenerate: PAYTF_UPDATE=1 cargo test --test quick aws_types
use std::collections::BTreeMap;

use terraform::tf::Number;

terraform::resource_type! {
    /// The resource [`aws_ecs_task_definition`][page].
    ///
    /// [page]: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/ecs_task_definition
    AwsEcsTaskDefinition = "aws_ecs_task_definition", AwsEcsTaskDefinitionAttributes
    arguments {
        required container_definitions: String,
        optional cpu: String,
        optional enable_fault_injection: bool,
        optional execution_role_arn: String,
        required family: String,
        optional ipc_mode: String,
        optional memory: String,
        optional network_mode: String,
        optional pid_mode: String,
        optional requires_compatibilities: Vec<String>,
        optional skip_destroy: bool,
        optional tags: BTreeMap<String, String>,
        optional task_role_arn: String,
        optional track_latest: bool,
    }
    blocks {
        runtime_platform: AwsEcsTaskDefinitionRuntimePlatform = 0..=1,
        volume: AwsEcsTaskDefinitionVolume = 0..=usize::MAX,
    }
    attributes {
        arn: String,
        arn_without_revision: String,
        id: String,
        revision: Number,
        tags_all: BTreeMap<String, String>,
    }
}

terraform::block_type! {
    /// `runtime_platform` of `aws_ecs_task_definition`.
    AwsEcsTaskDefinitionRuntimePlatform
    arguments {
        optional cpu_architecture: String,
        optional operating_system_family: String,
    }
    blocks {}
}

terraform::block_type! {
    /// `volume` of `aws_ecs_task_definition`.
    AwsEcsTaskDefinitionVolume
    arguments {
        optional configure_at_launch: bool,
        optional host_path: String,
        required name: String,
    }
    blocks {}
}
