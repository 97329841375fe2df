// GENERATED from src/schema/aws.json. Regenerate: PAYTF_UPDATE=1 cargo test --test quick aws_types
use std::collections::BTreeMap;

terraform::resource_type! {
    /// The resource [`aws_sfn_state_machine`][page].
    ///
    /// [page]: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/sfn_state_machine
    AwsSfnStateMachine = "aws_sfn_state_machine", AwsSfnStateMachineAttributes
    arguments {
        required definition: String,
        optional name: String,
        optional name_prefix: String,
        optional publish: bool,
        required role_arn: String,
        optional tags: BTreeMap<String, String>,
        optional r#type: String,
    }
    blocks {
        logging_configuration: AwsSfnStateMachineLoggingConfiguration = 0..=1,
        tracing_configuration: AwsSfnStateMachineTracingConfiguration = 0..=1,
    }
    attributes {
        arn: String,
        creation_date: String,
        description: String,
        id: String,
        revision_id: String,
        state_machine_version_arn: String,
        status: String,
        tags_all: BTreeMap<String, String>,
        version_description: String,
    }
}

terraform::block_type! {
    /// `logging_configuration` of `aws_sfn_state_machine`.
    AwsSfnStateMachineLoggingConfiguration
    arguments {
        optional include_execution_data: bool,
        optional level: String,
        optional log_destination: String,
    }
    blocks {}
}

terraform::block_type! {
    /// `tracing_configuration` of `aws_sfn_state_machine`.
    AwsSfnStateMachineTracingConfiguration
    arguments {
        optional enabled: bool,
    }
    blocks {}
}
