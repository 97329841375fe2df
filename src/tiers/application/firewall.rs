//! AWS WAF before the load balancer.
//!
//! The rules are given as `rule_json`, in the words of the WAF API: the provider's blocks nest thousands of types. The
//! provider does not read them back, so a rule that someone changes in the console is not seen in a plan.
//! Source: AWS provider, `aws_wafv2_web_acl`, argument `rule_json`; AWS WAF API Reference, `Rule`.

use super::{Inputs, json, value};
use crate::aws::{
    AwsCloudwatchLogGroup, AwsLb, AwsWafv2WebAcl, AwsWafv2WebAclAssociation, AwsWafv2WebAclDefaultAction,
    AwsWafv2WebAclDefaultActionAllow, AwsWafv2WebAclLoggingConfiguration,
    AwsWafv2WebAclLoggingConfigurationLoggingFilter, AwsWafv2WebAclLoggingConfigurationLoggingFilterFilter,
    AwsWafv2WebAclLoggingConfigurationLoggingFilterFilterCondition,
    AwsWafv2WebAclLoggingConfigurationLoggingFilterFilterConditionActionCondition,
    AwsWafv2WebAclLoggingConfigurationRedactedFields, AwsWafv2WebAclLoggingConfigurationRedactedFieldsSingleHeader,
    AwsWafv2WebAclVisibilityConfig,
};
use crate::naming::Kind;
use crate::tiers::{name, tags};
use terraform::block;
use terraform::tf::{DeclareError, Expression, Handle, Module};

/// AWS's rules against what is used most, in the order they are asked: cheap ones first. With the rate limit they take
/// 1,127 of the 1,500 capacity units that a web ACL has without extra charge.
/// Source: AWS WAF Developer Guide, "AWS Managed Rules rule groups list".
const MANAGED_RULE_GROUPS: [&str; 4] = [
    "AWSManagedRulesAmazonIpReputationList",
    "AWSManagedRulesKnownBadInputsRuleSet",
    "AWSManagedRulesSQLiRuleSet",
    "AWSManagedRulesCommonRuleSet",
];

/// Headers that carry credentials, and are left out of the log.
const REDACTED_HEADERS: [&str; 2] = ["authorization", "cookie"];

pub(super) fn declare(module: &mut Module, var: &Inputs, load_balancer: &Handle<AwsLb>) -> Result<(), DeclareError> {
    let web_acl = module.resource("main", web_acl(var))?;
    let log_group = module.resource("firewall", log_group(var))?;
    module.resource("main", logging(&web_acl, &log_group))?;
    module.resource(
        "main",
        block!(AwsWafv2WebAclAssociation { resource_arn: load_balancer.arn(), web_acl_arn: web_acl.arn() }),
    )?;
    Ok(())
}

fn web_acl(var: &Inputs) -> AwsWafv2WebAcl {
    block!(AwsWafv2WebAcl {
        name: name(Kind::WebAcl),
        description: "Guards the load balancer of the payment service",
        scope: "REGIONAL",
        default_action: block!(AwsWafv2WebAclDefaultAction { allow: AwsWafv2WebAclDefaultActionAllow::default() }),
        rule_json: json(rules(var)),
        visibility_config: block!(AwsWafv2WebAclVisibilityConfig {
            cloudwatch_metrics_enabled: true,
            metric_name: name(Kind::WebAcl),
            sampled_requests_enabled: false,
        }),
        tags: tags(name(Kind::WebAcl)),
    })
}

fn rules(var: &Inputs) -> Expression {
    let managed = MANAGED_RULE_GROUPS.iter().zip(1_u32..).map(|(group, priority)| managed_rule_group(group, priority));
    Expression::Array(std::iter::once(rate_limit(var)).chain(managed).collect())
}

/// Answers 429 to an address that sends too much in five minutes, so that a client of good will waits.
fn rate_limit(var: &Inputs) -> Expression {
    hcl::expression!({
        Name = "rate-limit",
        Priority = 0,
        Action = { Block = { CustomResponse = { ResponseCode = 429 } } },
        Statement = {
            RateBasedStatement = {
                AggregateKeyType = "IP",
                EvaluationWindowSec = 300,
                Limit = (value(&var.waf_rate_limit))
            }
        },
        VisibilityConfig = (visibility("rate-limit"))
    })
}

fn managed_rule_group(group: &str, priority: u32) -> Expression {
    hcl::expression!({
        Name = group,
        Priority = priority,
        OverrideAction = { None = {} },
        Statement = { ManagedRuleGroupStatement = { VendorName = "AWS", Name = group } },
        VisibilityConfig = (visibility(group))
    })
}

/// Requests are not sampled: a sample shows the headers that the log leaves out.
fn visibility(metric: &str) -> Expression {
    hcl::expression!({
        CloudWatchMetricsEnabled = true,
        MetricName = metric,
        SampledRequestsEnabled = false
    })
}

fn log_group(var: &Inputs) -> AwsCloudwatchLogGroup {
    block!(AwsCloudwatchLogGroup {
        name: name(Kind::WafLogGroup),
        kms_key_id: &var.logs_key_arn,
        retention_in_days: &var.log_retention_days,
        tags: tags(name(Kind::WafLogGroup)),
    })
}

/// Only requests that a rule caught: the load balancer's access log has all of them.
fn logging(
    web_acl: &Handle<AwsWafv2WebAcl>,
    log_group: &Handle<AwsCloudwatchLogGroup>,
) -> AwsWafv2WebAclLoggingConfiguration {
    block!(AwsWafv2WebAclLoggingConfiguration {
        resource_arn: web_acl.arn(),
        log_destination_configs: [log_group.arn()],
        redacted_fields: REDACTED_HEADERS.map(redacted).to_vec(),
        logging_filter: block!(AwsWafv2WebAclLoggingConfigurationLoggingFilter {
            default_behavior: "DROP",
            filter: block!(AwsWafv2WebAclLoggingConfigurationLoggingFilterFilter {
                behavior: "KEEP",
                requirement: "MEETS_ANY",
                condition: ["BLOCK", "COUNT"].map(action_is).to_vec(),
            }),
        }),
    })
}

fn action_is(action: &str) -> AwsWafv2WebAclLoggingConfigurationLoggingFilterFilterCondition {
    block!(AwsWafv2WebAclLoggingConfigurationLoggingFilterFilterCondition {
        action_condition: block!(AwsWafv2WebAclLoggingConfigurationLoggingFilterFilterConditionActionCondition {
            action: action,
        }),
    })
}

fn redacted(header: &str) -> AwsWafv2WebAclLoggingConfigurationRedactedFields {
    block!(AwsWafv2WebAclLoggingConfigurationRedactedFields {
        single_header: block!(AwsWafv2WebAclLoggingConfigurationRedactedFieldsSingleHeader { name: header }),
    })
}
