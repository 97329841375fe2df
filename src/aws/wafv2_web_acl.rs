// GENERATED from src/schema/aws.json. Regenerate with: PAYTF_UPDATE=1 cargo test --test quick aws_types
use terraform::tf;
/// The resource [`aws_wafv2_web_acl`](https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/wafv2_web_acl).
#[derive(Debug, Clone, Default)]
pub struct AwsWafv2WebAcl {
    pub description: tf::Attr<String>,
    pub name: tf::Attr<String>,
    pub name_prefix: tf::Attr<String>,
    pub rule_json: tf::Attr<String>,
    pub scope: tf::Attr<String>,
    pub tags: tf::Map<String>,
    pub token_domains: tf::List<String>,
    pub association_config: tf::Blocks<AwsWafv2WebAclAssociationConfig>,
    pub captcha_config: tf::Blocks<AwsWafv2WebAclCaptchaConfig>,
    pub challenge_config: tf::Blocks<AwsWafv2WebAclChallengeConfig>,
    pub custom_response_body: tf::Blocks<AwsWafv2WebAclCustomResponseBody>,
    pub data_protection_config: tf::Blocks<AwsWafv2WebAclDataProtectionConfig>,
    pub default_action: tf::Blocks<AwsWafv2WebAclDefaultAction>,
    pub visibility_config: tf::Blocks<AwsWafv2WebAclVisibilityConfig>,
}
impl tf::Block for AwsWafv2WebAcl {
    fn write(self, out: &mut tf::BlockWriter) {
        out.optional("description", self.description);
        out.optional("name", self.name);
        out.optional("name_prefix", self.name_prefix);
        out.optional("rule_json", self.rule_json);
        out.required("scope", self.scope);
        out.optional("tags", self.tags);
        out.optional("token_domains", self.token_domains);
        out.blocks("association_config", self.association_config, 0usize..=1usize);
        out.blocks("captcha_config", self.captcha_config, 0usize..=1usize);
        out.blocks("challenge_config", self.challenge_config, 0usize..=1usize);
        out.blocks(
            "custom_response_body",
            self.custom_response_body,
            0usize..=usize::MAX,
        );
        out.blocks(
            "data_protection_config",
            self.data_protection_config,
            0usize..=1usize,
        );
        out.blocks("default_action", self.default_action, 1usize..=1usize);
        out.blocks("visibility_config", self.visibility_config, 1usize..=1usize);
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsWafv2WebAclAssociationConfig {
    pub request_body: tf::Blocks<AwsWafv2WebAclAssociationConfigRequestBody>,
}
impl tf::Block for AwsWafv2WebAclAssociationConfig {
    fn write(self, out: &mut tf::BlockWriter) {
        out.blocks("request_body", self.request_body, 0usize..=usize::MAX);
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsWafv2WebAclAssociationConfigRequestBody {
    pub api_gateway: tf::Blocks<AwsWafv2WebAclAssociationConfigRequestBodyApiGateway>,
    pub app_runner_service: tf::Blocks<
        AwsWafv2WebAclAssociationConfigRequestBodyAppRunnerService,
    >,
    pub cloudfront: tf::Blocks<AwsWafv2WebAclAssociationConfigRequestBodyCloudfront>,
    pub cognito_user_pool: tf::Blocks<
        AwsWafv2WebAclAssociationConfigRequestBodyCognitoUserPool,
    >,
    pub verified_access_instance: tf::Blocks<
        AwsWafv2WebAclAssociationConfigRequestBodyVerifiedAccessInstance,
    >,
}
impl tf::Block for AwsWafv2WebAclAssociationConfigRequestBody {
    fn write(self, out: &mut tf::BlockWriter) {
        out.blocks("api_gateway", self.api_gateway, 0usize..=1usize);
        out.blocks("app_runner_service", self.app_runner_service, 0usize..=1usize);
        out.blocks("cloudfront", self.cloudfront, 0usize..=1usize);
        out.blocks("cognito_user_pool", self.cognito_user_pool, 0usize..=1usize);
        out.blocks(
            "verified_access_instance",
            self.verified_access_instance,
            0usize..=1usize,
        );
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsWafv2WebAclAssociationConfigRequestBodyApiGateway {
    pub default_size_inspection_limit: tf::Attr<String>,
}
impl tf::Block for AwsWafv2WebAclAssociationConfigRequestBodyApiGateway {
    fn write(self, out: &mut tf::BlockWriter) {
        out.required(
            "default_size_inspection_limit",
            self.default_size_inspection_limit,
        );
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsWafv2WebAclAssociationConfigRequestBodyAppRunnerService {
    pub default_size_inspection_limit: tf::Attr<String>,
}
impl tf::Block for AwsWafv2WebAclAssociationConfigRequestBodyAppRunnerService {
    fn write(self, out: &mut tf::BlockWriter) {
        out.required(
            "default_size_inspection_limit",
            self.default_size_inspection_limit,
        );
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsWafv2WebAclAssociationConfigRequestBodyCloudfront {
    pub default_size_inspection_limit: tf::Attr<String>,
}
impl tf::Block for AwsWafv2WebAclAssociationConfigRequestBodyCloudfront {
    fn write(self, out: &mut tf::BlockWriter) {
        out.required(
            "default_size_inspection_limit",
            self.default_size_inspection_limit,
        );
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsWafv2WebAclAssociationConfigRequestBodyCognitoUserPool {
    pub default_size_inspection_limit: tf::Attr<String>,
}
impl tf::Block for AwsWafv2WebAclAssociationConfigRequestBodyCognitoUserPool {
    fn write(self, out: &mut tf::BlockWriter) {
        out.required(
            "default_size_inspection_limit",
            self.default_size_inspection_limit,
        );
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsWafv2WebAclAssociationConfigRequestBodyVerifiedAccessInstance {
    pub default_size_inspection_limit: tf::Attr<String>,
}
impl tf::Block for AwsWafv2WebAclAssociationConfigRequestBodyVerifiedAccessInstance {
    fn write(self, out: &mut tf::BlockWriter) {
        out.required(
            "default_size_inspection_limit",
            self.default_size_inspection_limit,
        );
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsWafv2WebAclCaptchaConfig {
    pub immunity_time_property: tf::Blocks<
        AwsWafv2WebAclCaptchaConfigImmunityTimeProperty,
    >,
}
impl tf::Block for AwsWafv2WebAclCaptchaConfig {
    fn write(self, out: &mut tf::BlockWriter) {
        out.blocks(
            "immunity_time_property",
            self.immunity_time_property,
            0usize..=1usize,
        );
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsWafv2WebAclCaptchaConfigImmunityTimeProperty {
    pub immunity_time: tf::Attr<tf::Number>,
}
impl tf::Block for AwsWafv2WebAclCaptchaConfigImmunityTimeProperty {
    fn write(self, out: &mut tf::BlockWriter) {
        out.optional("immunity_time", self.immunity_time);
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsWafv2WebAclChallengeConfig {
    pub immunity_time_property: tf::Blocks<
        AwsWafv2WebAclChallengeConfigImmunityTimeProperty,
    >,
}
impl tf::Block for AwsWafv2WebAclChallengeConfig {
    fn write(self, out: &mut tf::BlockWriter) {
        out.blocks(
            "immunity_time_property",
            self.immunity_time_property,
            0usize..=1usize,
        );
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsWafv2WebAclChallengeConfigImmunityTimeProperty {
    pub immunity_time: tf::Attr<tf::Number>,
}
impl tf::Block for AwsWafv2WebAclChallengeConfigImmunityTimeProperty {
    fn write(self, out: &mut tf::BlockWriter) {
        out.optional("immunity_time", self.immunity_time);
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsWafv2WebAclCustomResponseBody {
    pub content: tf::Attr<String>,
    pub content_type: tf::Attr<String>,
    pub key: tf::Attr<String>,
}
impl tf::Block for AwsWafv2WebAclCustomResponseBody {
    fn write(self, out: &mut tf::BlockWriter) {
        out.required("content", self.content);
        out.required("content_type", self.content_type);
        out.required("key", self.key);
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsWafv2WebAclDataProtectionConfig {
    pub data_protection: tf::Blocks<AwsWafv2WebAclDataProtectionConfigDataProtection>,
}
impl tf::Block for AwsWafv2WebAclDataProtectionConfig {
    fn write(self, out: &mut tf::BlockWriter) {
        out.blocks("data_protection", self.data_protection, 0usize..=26usize);
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsWafv2WebAclDataProtectionConfigDataProtection {
    pub action: tf::Attr<String>,
    pub exclude_rate_based_details: tf::Attr<bool>,
    pub exclude_rule_match_details: tf::Attr<bool>,
    pub field: tf::Blocks<AwsWafv2WebAclDataProtectionConfigDataProtectionField>,
}
impl tf::Block for AwsWafv2WebAclDataProtectionConfigDataProtection {
    fn write(self, out: &mut tf::BlockWriter) {
        out.required("action", self.action);
        out.optional("exclude_rate_based_details", self.exclude_rate_based_details);
        out.optional("exclude_rule_match_details", self.exclude_rule_match_details);
        out.blocks("field", self.field, 1usize..=1usize);
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsWafv2WebAclDataProtectionConfigDataProtectionField {
    pub field_keys: tf::List<String>,
    pub field_type: tf::Attr<String>,
}
impl tf::Block for AwsWafv2WebAclDataProtectionConfigDataProtectionField {
    fn write(self, out: &mut tf::BlockWriter) {
        out.optional("field_keys", self.field_keys);
        out.required("field_type", self.field_type);
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsWafv2WebAclDefaultAction {
    pub allow: tf::Blocks<AwsWafv2WebAclDefaultActionAllow>,
    pub block: tf::Blocks<AwsWafv2WebAclDefaultActionBlock>,
}
impl tf::Block for AwsWafv2WebAclDefaultAction {
    fn write(self, out: &mut tf::BlockWriter) {
        out.blocks("allow", self.allow, 0usize..=1usize);
        out.blocks("block", self.block, 0usize..=1usize);
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsWafv2WebAclDefaultActionAllow {
    pub custom_request_handling: tf::Blocks<
        AwsWafv2WebAclDefaultActionAllowCustomRequestHandling,
    >,
}
impl tf::Block for AwsWafv2WebAclDefaultActionAllow {
    fn write(self, out: &mut tf::BlockWriter) {
        out.blocks(
            "custom_request_handling",
            self.custom_request_handling,
            0usize..=1usize,
        );
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsWafv2WebAclDefaultActionAllowCustomRequestHandling {
    pub insert_header: tf::Blocks<
        AwsWafv2WebAclDefaultActionAllowCustomRequestHandlingInsertHeader,
    >,
}
impl tf::Block for AwsWafv2WebAclDefaultActionAllowCustomRequestHandling {
    fn write(self, out: &mut tf::BlockWriter) {
        out.blocks("insert_header", self.insert_header, 1usize..=usize::MAX);
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsWafv2WebAclDefaultActionAllowCustomRequestHandlingInsertHeader {
    pub name: tf::Attr<String>,
    pub value: tf::Attr<String>,
}
impl tf::Block for AwsWafv2WebAclDefaultActionAllowCustomRequestHandlingInsertHeader {
    fn write(self, out: &mut tf::BlockWriter) {
        out.required("name", self.name);
        out.required("value", self.value);
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsWafv2WebAclDefaultActionBlock {
    pub custom_response: tf::Blocks<AwsWafv2WebAclDefaultActionBlockCustomResponse>,
}
impl tf::Block for AwsWafv2WebAclDefaultActionBlock {
    fn write(self, out: &mut tf::BlockWriter) {
        out.blocks("custom_response", self.custom_response, 0usize..=1usize);
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsWafv2WebAclDefaultActionBlockCustomResponse {
    pub custom_response_body_key: tf::Attr<String>,
    pub response_code: tf::Attr<tf::Number>,
    pub response_header: tf::Blocks<
        AwsWafv2WebAclDefaultActionBlockCustomResponseResponseHeader,
    >,
}
impl tf::Block for AwsWafv2WebAclDefaultActionBlockCustomResponse {
    fn write(self, out: &mut tf::BlockWriter) {
        out.optional("custom_response_body_key", self.custom_response_body_key);
        out.required("response_code", self.response_code);
        out.blocks("response_header", self.response_header, 0usize..=usize::MAX);
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsWafv2WebAclDefaultActionBlockCustomResponseResponseHeader {
    pub name: tf::Attr<String>,
    pub value: tf::Attr<String>,
}
impl tf::Block for AwsWafv2WebAclDefaultActionBlockCustomResponseResponseHeader {
    fn write(self, out: &mut tf::BlockWriter) {
        out.required("name", self.name);
        out.required("value", self.value);
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsWafv2WebAclVisibilityConfig {
    pub cloudwatch_metrics_enabled: tf::Attr<bool>,
    pub metric_name: tf::Attr<String>,
    pub sampled_requests_enabled: tf::Attr<bool>,
}
impl tf::Block for AwsWafv2WebAclVisibilityConfig {
    fn write(self, out: &mut tf::BlockWriter) {
        out.required("cloudwatch_metrics_enabled", self.cloudwatch_metrics_enabled);
        out.required("metric_name", self.metric_name);
        out.required("sampled_requests_enabled", self.sampled_requests_enabled);
    }
}
impl tf::Declared for AwsWafv2WebAcl {
    const TYPE: &'static str = "aws_wafv2_web_acl";
    type Attributes = AwsWafv2WebAclAttributes;
}
impl tf::Resource for AwsWafv2WebAcl {}
#[derive(Debug)]
pub struct AwsWafv2WebAclAttributes(tf::Address);
impl From<tf::Address> for AwsWafv2WebAclAttributes {
    fn from(address: tf::Address) -> Self {
        Self(address)
    }
}
impl AwsWafv2WebAclAttributes {
    pub fn application_integration_url(&self) -> tf::Ref<String> {
        self.0.attribute("application_integration_url")
    }
    pub fn arn(&self) -> tf::Ref<String> {
        self.0.attribute("arn")
    }
    pub fn capacity(&self) -> tf::Ref<tf::Number> {
        self.0.attribute("capacity")
    }
    pub fn description(&self) -> tf::Ref<String> {
        self.0.attribute("description")
    }
    pub fn id(&self) -> tf::Ref<String> {
        self.0.attribute("id")
    }
    pub fn lock_token(&self) -> tf::Ref<String> {
        self.0.attribute("lock_token")
    }
    pub fn name(&self) -> tf::Ref<String> {
        self.0.attribute("name")
    }
    pub fn name_prefix(&self) -> tf::Ref<String> {
        self.0.attribute("name_prefix")
    }
    pub fn rule_json(&self) -> tf::Ref<String> {
        self.0.attribute("rule_json")
    }
    pub fn scope(&self) -> tf::Ref<String> {
        self.0.attribute("scope")
    }
    pub fn tags(&self) -> tf::Ref<std::collections::BTreeMap<String, String>> {
        self.0.attribute("tags")
    }
    pub fn tags_all(&self) -> tf::Ref<std::collections::BTreeMap<String, String>> {
        self.0.attribute("tags_all")
    }
    pub fn token_domains(&self) -> tf::Ref<Vec<String>> {
        self.0.attribute("token_domains")
    }
}
