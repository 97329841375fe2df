// GENERATED from src/schema/aws.json. Regenerate: PAYTF_UPDATE=1 cargo test --test quick aws_types
use std::collections::BTreeMap;

use terraform::tf::Number;

terraform::resource_type! {
    /// The resource [`aws_lambda_function`][page].
    ///
    /// [page]: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/lambda_function
    AwsLambdaFunction = "aws_lambda_function", AwsLambdaFunctionAttributes
    arguments {
        optional architectures: Vec<String>,
        optional code_signing_config_arn: String,
        optional description: String,
        optional filename: String,
        required function_name: String,
        optional handler: String,
        optional image_uri: String,
        optional kms_key_arn: String,
        optional layers: Vec<String>,
        optional memory_size: Number,
        optional package_type: String,
        optional publish: bool,
        optional replace_security_groups_on_destroy: bool,
        optional replacement_security_group_ids: Vec<String>,
        optional reserved_concurrent_executions: Number,
        required role: String,
        optional runtime: String,
        optional s3_bucket: String,
        optional s3_key: String,
        optional s3_object_version: String,
        optional skip_destroy: bool,
        optional source_code_hash: String,
        optional tags: BTreeMap<String, String>,
        optional timeout: Number,
    }
    blocks {
        dead_letter_config: AwsLambdaFunctionDeadLetterConfig = 0..=1,
        environment: AwsLambdaFunctionEnvironment = 0..=1,
        logging_config: AwsLambdaFunctionLoggingConfig = 0..=1,
        timeouts: AwsLambdaFunctionTimeouts = 0..=1,
        tracing_config: AwsLambdaFunctionTracingConfig = 0..=1,
        vpc_config: AwsLambdaFunctionVpcConfig = 0..=1,
    }
    attributes {
        arn: String,
        code_sha256: String,
        id: String,
        invoke_arn: String,
        last_modified: String,
        qualified_arn: String,
        qualified_invoke_arn: String,
        signing_job_arn: String,
        signing_profile_version_arn: String,
        source_code_size: Number,
        tags_all: BTreeMap<String, String>,
        version: String,
    }
}

terraform::block_type! {
    /// `dead_letter_config` of `aws_lambda_function`.
    AwsLambdaFunctionDeadLetterConfig
    arguments {
        required target_arn: String,
    }
    blocks {}
}

terraform::block_type! {
    /// `environment` of `aws_lambda_function`.
    AwsLambdaFunctionEnvironment
    arguments {
        optional variables: BTreeMap<String, String>,
    }
    blocks {}
}

terraform::block_type! {
    /// `logging_config` of `aws_lambda_function`.
    AwsLambdaFunctionLoggingConfig
    arguments {
        optional application_log_level: String,
        required log_format: String,
        optional log_group: String,
        optional system_log_level: String,
    }
    blocks {}
}

terraform::block_type! {
    /// `timeouts` of `aws_lambda_function`.
    AwsLambdaFunctionTimeouts
    arguments {
        optional create: String,
        optional delete: String,
        optional update: String,
    }
    blocks {}
}

terraform::block_type! {
    /// `tracing_config` of `aws_lambda_function`.
    AwsLambdaFunctionTracingConfig
    arguments {
        required mode: String,
    }
    blocks {}
}

terraform::block_type! {
    /// `vpc_config` of `aws_lambda_function`.
    AwsLambdaFunctionVpcConfig
    arguments {
        optional ipv6_allowed_for_dual_stack: bool,
        required security_group_ids: Vec<String>,
        required subnet_ids: Vec<String>,
    }
    blocks {}
}
