// GENERATED from src/schema/aws.json. Regenerate: PAYTF_UPDATE=1 cargo test --test quick aws_types
use std::collections::BTreeMap;

use terraform::tf::Number;

terraform::resource_type! {
    /// The resource [`aws_fis_experiment_template`][page].
    ///
    /// [page]: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/fis_experiment_template
    AwsFisExperimentTemplate = "aws_fis_experiment_template", AwsFisExperimentTemplateAttributes
    arguments {
        required description: String,
        required role_arn: String,
        optional tags: BTreeMap<String, String>,
    }
    blocks {
        action: AwsFisExperimentTemplateAction = 1..=usize::MAX,
        experiment_options: AwsFisExperimentTemplateExperimentOptions = 0..=1,
        experiment_report_configuration: AwsFisExperimentTemplateExperimentReportConfiguration = 0..=1,
        log_configuration: AwsFisExperimentTemplateLogConfiguration = 0..=1,
        stop_condition: AwsFisExperimentTemplateStopCondition = 1..=usize::MAX,
        target: AwsFisExperimentTemplateTarget = 0..=usize::MAX,
    }
    attributes {
        id: String,
        tags_all: BTreeMap<String, String>,
    }
}

terraform::block_type! {
    /// `action` of `aws_fis_experiment_template`.
    AwsFisExperimentTemplateAction
    arguments {
        required action_id: String,
        optional description: String,
        required name: String,
        optional start_after: Vec<String>,
    }
    blocks {
        parameter: AwsFisExperimentTemplateActionParameter = 0..=usize::MAX,
        target: AwsFisExperimentTemplateActionTarget = 0..=1,
    }
}

terraform::block_type! {
    /// `action.parameter` of `aws_fis_experiment_template`.
    AwsFisExperimentTemplateActionParameter
    arguments {
        required key: String,
        required value: String,
    }
    blocks {}
}

terraform::block_type! {
    /// `action.target` of `aws_fis_experiment_template`.
    AwsFisExperimentTemplateActionTarget
    arguments {
        required key: String,
        required value: String,
    }
    blocks {}
}

terraform::block_type! {
    /// `experiment_options` of `aws_fis_experiment_template`.
    AwsFisExperimentTemplateExperimentOptions
    arguments {
        optional account_targeting: String,
        optional empty_target_resolution_mode: String,
    }
    blocks {}
}

terraform::block_type! {
    /// `experiment_report_configuration` of `aws_fis_experiment_template`.
    AwsFisExperimentTemplateExperimentReportConfiguration
    arguments {
        optional post_experiment_duration: String,
        optional pre_experiment_duration: String,
    }
    blocks {
        data_sources: AwsFisExperimentTemplateExperimentReportConfigurationDataSources = 0..=1,
        outputs: AwsFisExperimentTemplateExperimentReportConfigurationOutputs = 0..=1,
    }
}

terraform::block_type! {
    /// `experiment_report_configuration.data_sources` of `aws_fis_experiment_template`.
    AwsFisExperimentTemplateExperimentReportConfigurationDataSources
    arguments {}
    blocks {
        cloudwatch_dashboard: AwsFisExperimentTemplateExperimentReportConfigurationDataSourcesCloudwatchDashboard = 0..=usize::MAX,
    }
}

terraform::block_type! {
    /// `experiment_report_configuration.data_sources.cloudwatch_dashboard` of `aws_fis_experiment_template`.
    AwsFisExperimentTemplateExperimentReportConfigurationDataSourcesCloudwatchDashboard
    arguments {
        optional dashboard_arn: String,
    }
    blocks {}
}

terraform::block_type! {
    /// `experiment_report_configuration.outputs` of `aws_fis_experiment_template`.
    AwsFisExperimentTemplateExperimentReportConfigurationOutputs
    arguments {}
    blocks {
        s3_configuration: AwsFisExperimentTemplateExperimentReportConfigurationOutputsS3Configuration = 0..=1,
    }
}

terraform::block_type! {
    /// `experiment_report_configuration.outputs.s3_configuration` of `aws_fis_experiment_template`.
    AwsFisExperimentTemplateExperimentReportConfigurationOutputsS3Configuration
    arguments {
        required bucket_name: String,
        optional prefix: String,
    }
    blocks {}
}

terraform::block_type! {
    /// `log_configuration` of `aws_fis_experiment_template`.
    AwsFisExperimentTemplateLogConfiguration
    arguments {
        required log_schema_version: Number,
    }
    blocks {
        cloudwatch_logs_configuration: AwsFisExperimentTemplateLogConfigurationCloudwatchLogsConfiguration = 0..=1,
    }
}

terraform::block_type! {
    /// `log_configuration.cloudwatch_logs_configuration` of `aws_fis_experiment_template`.
    AwsFisExperimentTemplateLogConfigurationCloudwatchLogsConfiguration
    arguments {
        required log_group_arn: String,
    }
    blocks {}
}

terraform::block_type! {
    /// `stop_condition` of `aws_fis_experiment_template`.
    AwsFisExperimentTemplateStopCondition
    arguments {
        required source: String,
        optional value: String,
    }
    blocks {}
}

terraform::block_type! {
    /// `target` of `aws_fis_experiment_template`.
    AwsFisExperimentTemplateTarget
    arguments {
        required name: String,
        optional parameters: BTreeMap<String, String>,
        optional resource_arns: Vec<String>,
        required resource_type: String,
        required selection_mode: String,
    }
    blocks {
        filter: AwsFisExperimentTemplateTargetFilter = 0..=usize::MAX,
    }
}

terraform::block_type! {
    /// `target.filter` of `aws_fis_experiment_template`.
    AwsFisExperimentTemplateTargetFilter
    arguments {
        required path: String,
        required values: Vec<String>,
    }
    blocks {}
}
