// GENERATED from src/schema/aws.json. Regenerate: PAYTF_UPDATE=1 cargo test --test quick aws_types
terraform::resource_type! {
    /// The resource [`aws_wafv2_web_acl_logging_configuration`][page].
    ///
    /// [page]: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/wafv2_web_acl_logging_configuration
    AwsWafv2WebAclLoggingConfiguration = "aws_wafv2_web_acl_logging_configuration", AwsWafv2WebAclLoggingConfigurationAttributes
    arguments {
        required log_destination_configs: Vec<String>,
        required resource_arn: String,
    }
    blocks {
        logging_filter: AwsWafv2WebAclLoggingConfigurationLoggingFilter = 0..=1,
        redacted_fields: AwsWafv2WebAclLoggingConfigurationRedactedFields = 0..=100,
    }
    attributes {
        id: String,
    }
}

terraform::block_type! {
    /// `logging_filter` of `aws_wafv2_web_acl_logging_configuration`.
    AwsWafv2WebAclLoggingConfigurationLoggingFilter
    arguments {
        required default_behavior: String,
    }
    blocks {
        filter: AwsWafv2WebAclLoggingConfigurationLoggingFilterFilter = 1..=usize::MAX,
    }
}

terraform::block_type! {
    /// `logging_filter.filter` of `aws_wafv2_web_acl_logging_configuration`.
    AwsWafv2WebAclLoggingConfigurationLoggingFilterFilter
    arguments {
        required behavior: String,
        required requirement: String,
    }
    blocks {
        condition: AwsWafv2WebAclLoggingConfigurationLoggingFilterFilterCondition = 1..=usize::MAX,
    }
}

terraform::block_type! {
    /// `logging_filter.filter.condition` of `aws_wafv2_web_acl_logging_configuration`.
    AwsWafv2WebAclLoggingConfigurationLoggingFilterFilterCondition
    arguments {}
    blocks {
        action_condition: AwsWafv2WebAclLoggingConfigurationLoggingFilterFilterConditionActionCondition = 0..=1,
    }
}

terraform::block_type! {
    /// `logging_filter.filter.condition.action_condition` of `aws_wafv2_web_acl_logging_configuration`.
    AwsWafv2WebAclLoggingConfigurationLoggingFilterFilterConditionActionCondition
    arguments {
        required action: String,
    }
    blocks {}
}

terraform::block_type! {
    /// `redacted_fields` of `aws_wafv2_web_acl_logging_configuration`.
    AwsWafv2WebAclLoggingConfigurationRedactedFields
    arguments {}
    blocks {
        single_header: AwsWafv2WebAclLoggingConfigurationRedactedFieldsSingleHeader = 0..=1,
    }
}

terraform::block_type! {
    /// `redacted_fields.single_header` of `aws_wafv2_web_acl_logging_configuration`.
    AwsWafv2WebAclLoggingConfigurationRedactedFieldsSingleHeader
    arguments {
        required name: String,
    }
    blocks {}
}
