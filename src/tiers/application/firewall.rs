//! AWS WAF before the load balancer. Those who call are the servers of merchants, not browsers:
//! what AWS's rules hold against a server only counts (docs/firewall.md).
//!
//! The rules are given as `rule_json`, in the words of the WAF API: the provider's blocks nest
//! thousands of types. The provider does not read them back, so a rule that someone changes in the
//! console is not seen in a plan. Source: AWS provider, `aws_wafv2_web_acl`, argument `rule_json`;
//! AWS WAF API Reference, `Rule`.

use super::{Inputs, json, value};
use crate::aws::{
    AwsCloudwatchLogGroup, AwsLb, AwsWafv2IpSet, AwsWafv2WebAcl, AwsWafv2WebAclAssociation,
    AwsWafv2WebAclDefaultAction, AwsWafv2WebAclDefaultActionAllow,
    AwsWafv2WebAclLoggingConfiguration, AwsWafv2WebAclLoggingConfigurationLoggingFilter,
    AwsWafv2WebAclLoggingConfigurationLoggingFilterFilter,
    AwsWafv2WebAclLoggingConfigurationLoggingFilterFilterCondition,
    AwsWafv2WebAclLoggingConfigurationLoggingFilterFilterConditionActionCondition,
    AwsWafv2WebAclLoggingConfigurationRedactedFields,
    AwsWafv2WebAclLoggingConfigurationRedactedFieldsSingleHeader, AwsWafv2WebAclVisibilityConfig,
};
use crate::config::{CommonRule, RateKey};
use crate::naming::Kind;
use crate::policy::mask_cards;
use crate::tiers::{name, name_of, tags};
use terraform::block;
use terraform::tf::{DeclareError, Expression, Handle, Module};

/// AWS's rules against what is used most, in the order they are asked: cheap ones first. With the
/// rate limit, on a header at the most, and the addresses exempt from it they take less than 1,200
/// of the 1,500 capacity units that a web ACL has without extra charge. Source: AWS WAF Developer
/// Guide, "AWS Managed Rules rule groups list".
const MANAGED_RULE_GROUPS: [&str; 4] = [
    "AWSManagedRulesAmazonIpReputationList",
    "AWSManagedRulesKnownBadInputsRuleSet",
    "AWSManagedRulesSQLiRuleSet",
    "AWSManagedRulesCommonRuleSet",
];

/// The group whose rules are overridden: it is made for web sites.
const COMMON: &str = "AWSManagedRulesCommonRuleSet";

/// Headers that carry credentials, and are left out of the log.
const REDACTED_HEADERS: [&str; 2] = ["authorization", "cookie"];

/// What is decided when the firewall is generated.
#[derive(Debug, Clone, PartialEq)]
pub struct Firewall {
    /// By what requests are told apart when their rate is limited.
    pub rate_key: RateKey,
    /// Rules of the common rule set that only count.
    pub counted_rules: Vec<CommonRule>,
}

pub(super) fn declare(
    module: &mut Module,
    tier: &Firewall,
    var: &Inputs,
    load_balancer: &Handle<AwsLb>,
) -> Result<Handle<AwsWafv2WebAcl>, DeclareError> {
    let exempt = module.resource("exempt", exempt(var))?;
    let web_acl = module.resource("main", web_acl(tier, var, &exempt))?;
    let log_group = module.resource("firewall", log_group(var))?;
    mask_cards(module, "firewall", &log_group)?;
    module.resource("main", logging(&web_acl, &log_group))?;
    module.resource(
        "main",
        block!(AwsWafv2WebAclAssociation {
            resource_arn: load_balancer.arn(),
            web_acl_arn: web_acl.arn()
        }),
    )?;
    Ok(web_acl)
}

/// Merchants whose rate is not limited. Every other rule holds for them too.
fn exempt(var: &Inputs) -> AwsWafv2IpSet {
    block!(AwsWafv2IpSet {
        name: name_of(Kind::WafIpSet, "exempt"),
        description: "Merchants whose rate is not limited",
        scope: "REGIONAL",
        ip_address_version: "IPV4",
        addresses: &var.waf_exempt_addresses,
        tags: tags(name_of(Kind::WafIpSet, "exempt")),
    })
}

fn web_acl(tier: &Firewall, var: &Inputs, exempt: &Handle<AwsWafv2IpSet>) -> AwsWafv2WebAcl {
    block!(AwsWafv2WebAcl {
        name: name(Kind::WebAcl),
        description: "Guards the load balancer of the payment service",
        scope: "REGIONAL",
        default_action: block!(AwsWafv2WebAclDefaultAction {
            allow: AwsWafv2WebAclDefaultActionAllow::default()
        }),
        rule_json: json(rules(tier, var, exempt)),
        visibility_config: block!(AwsWafv2WebAclVisibilityConfig {
            cloudwatch_metrics_enabled: true,
            metric_name: name(Kind::WebAcl),
            sampled_requests_enabled: false,
        }),
        tags: tags(name(Kind::WebAcl)),
    })
}

fn rules(tier: &Firewall, var: &Inputs, exempt: &Handle<AwsWafv2IpSet>) -> Expression {
    let managed = MANAGED_RULE_GROUPS.iter().zip(1_u32..).map(|(group, priority)| {
        let counted: &[CommonRule] = if *group == COMMON { &tier.counted_rules } else { &[] };
        managed_rule_group(group, priority, counted)
    });
    Expression::Array(
        std::iter::once(rate_limit(&tier.rate_key, var, exempt)).chain(managed).collect(),
    )
}

/// Answers 429 to whoever sends too much within the window, so that a client of good will waits.
fn rate_limit(key: &RateKey, var: &Inputs, exempt: &Handle<AwsWafv2IpSet>) -> Expression {
    let not_exempt = hcl::expression!({
        NotStatement =
            { Statement = { IPSetReferenceStatement = { ARN = (exempt.arn().into_expression()) } } }
    });
    let mut statement = hcl::expression!({
        AggregateKeyType = (key.aggregate()),
        EvaluationWindowSec = (value(&var.waf_rate_window_seconds)),
        Limit = (value(&var.waf_rate_limit)),
        ScopeDownStatement = not_exempt
    });
    if let (Expression::Object(statement), Some((argument, of_key))) =
        (&mut statement, key_argument(key))
    {
        statement.insert(argument.into(), of_key);
    }
    hcl::expression!({
        Name = "rate-limit",
        Priority = 0,
        Action = { Block = { CustomResponse = { ResponseCode = 429 } } },
        Statement = { RateBasedStatement = statement },
        VisibilityConfig = (visibility("rate-limit"))
    })
}

/// What the kind of key needs besides. A request without the header is limited by nobody: the load
/// balancer's own rules and the rules of AWS still hold.
/// Source: AWS WAF API Reference, `RateBasedStatement`.
fn key_argument(key: &RateKey) -> Option<(&'static str, Expression)> {
    match key {
        RateKey::Address => None,
        RateKey::ForwardedAddress => Some((
            "ForwardedIPConfig",
            hcl::expression!({ HeaderName = "X-Forwarded-For", FallbackBehavior = "NO_MATCH" }),
        )),
        RateKey::Header(name) => {
            let header = hcl::expression!({
                Header = {
                    Name = (name.as_str()), TextTransformations = [{ Priority = 0, Type = "NONE" }]
                }
            });
            Some(("CustomKeys", Expression::Array(vec![header])))
        }
    }
}

fn managed_rule_group(group: &str, priority: u32, counted: &[CommonRule]) -> Expression {
    let mut statement = hcl::expression!({ VendorName = "AWS", Name = group });
    if let (Expression::Object(statement), false) = (&mut statement, counted.is_empty()) {
        let count = |rule: &CommonRule| {
            hcl::expression!({
                Name = (rule.as_str()), ActionToUse = { Count = {} }
            })
        };
        statement.insert(
            "RuleActionOverrides".into(),
            Expression::Array(counted.iter().map(count).collect()),
        );
    }
    hcl::expression!({
        Name = group,
        Priority = priority,
        OverrideAction = { None = {} },
        Statement = { ManagedRuleGroupStatement = statement },
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
        action_condition: block!(
            AwsWafv2WebAclLoggingConfigurationLoggingFilterFilterConditionActionCondition {
                action: action,
            }
        ),
    })
}

fn redacted(header: &str) -> AwsWafv2WebAclLoggingConfigurationRedactedFields {
    block!(AwsWafv2WebAclLoggingConfigurationRedactedFields {
        single_header: block!(AwsWafv2WebAclLoggingConfigurationRedactedFieldsSingleHeader {
            name: header
        }),
    })
}
