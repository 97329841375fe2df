// GENERATED from src/schema/aws.json. Regenerate: PAYTF_UPDATE=1 cargo test --test quick aws_types
use std::collections::BTreeMap;

use terraform::tf::Number;

terraform::resource_type! {
    /// The resource [`aws_wafv2_web_acl`][page].
    ///
    /// [page]: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/wafv2_web_acl
    AwsWafv2WebAcl = "aws_wafv2_web_acl", AwsWafv2WebAclAttributes
    arguments {
        optional description: String,
        optional name: String,
        optional name_prefix: String,
        optional rule_json: String,
        required scope: String,
        optional tags: BTreeMap<String, String>,
        optional token_domains: Vec<String>,
    }
    blocks {
        default_action: AwsWafv2WebAclDefaultAction = 1..=1,
        visibility_config: AwsWafv2WebAclVisibilityConfig = 1..=1,
    }
    attributes {
        application_integration_url: String,
        arn: String,
        capacity: Number,
        id: String,
        lock_token: String,
        tags_all: BTreeMap<String, String>,
    }
}

terraform::block_type! {
    /// `default_action` of `aws_wafv2_web_acl`.
    AwsWafv2WebAclDefaultAction
    arguments {}
    blocks {
        allow: AwsWafv2WebAclDefaultActionAllow = 0..=1,
    }
}

terraform::block_type! {
    /// `default_action.allow` of `aws_wafv2_web_acl`.
    AwsWafv2WebAclDefaultActionAllow
    arguments {}
    blocks {}
}

terraform::block_type! {
    /// `visibility_config` of `aws_wafv2_web_acl`.
    AwsWafv2WebAclVisibilityConfig
    arguments {
        required cloudwatch_metrics_enabled: bool,
        required metric_name: String,
        required sampled_requests_enabled: bool,
    }
    blocks {}
}
