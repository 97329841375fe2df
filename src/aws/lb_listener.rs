// GENERATED from src/schema/aws.json. Regenerate with: PAYTF_UPDATE=1 cargo test --test quick aws_types
use terraform::tf;
/// The resource [`aws_lb_listener`](https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/lb_listener).
#[derive(Debug, Clone, Default)]
pub struct AwsLbListener {
    pub alpn_policy: tf::Attr<String>,
    pub certificate_arn: tf::Attr<String>,
    pub load_balancer_arn: tf::Attr<String>,
    pub port: tf::Attr<tf::Number>,
    pub protocol: tf::Attr<String>,
    pub routing_http_request_x_amzn_mtls_clientcert_header_name: tf::Attr<String>,
    pub routing_http_request_x_amzn_mtls_clientcert_issuer_header_name: tf::Attr<String>,
    pub routing_http_request_x_amzn_mtls_clientcert_leaf_header_name: tf::Attr<String>,
    pub routing_http_request_x_amzn_mtls_clientcert_serial_number_header_name: tf::Attr<
        String,
    >,
    pub routing_http_request_x_amzn_mtls_clientcert_subject_header_name: tf::Attr<
        String,
    >,
    pub routing_http_request_x_amzn_mtls_clientcert_validity_header_name: tf::Attr<
        String,
    >,
    pub routing_http_request_x_amzn_tls_cipher_suite_header_name: tf::Attr<String>,
    pub routing_http_request_x_amzn_tls_version_header_name: tf::Attr<String>,
    pub routing_http_response_access_control_allow_credentials_header_value: tf::Attr<
        String,
    >,
    pub routing_http_response_access_control_allow_headers_header_value: tf::Attr<
        String,
    >,
    pub routing_http_response_access_control_allow_methods_header_value: tf::Attr<
        String,
    >,
    pub routing_http_response_access_control_allow_origin_header_value: tf::Attr<String>,
    pub routing_http_response_access_control_expose_headers_header_value: tf::Attr<
        String,
    >,
    pub routing_http_response_access_control_max_age_header_value: tf::Attr<String>,
    pub routing_http_response_content_security_policy_header_value: tf::Attr<String>,
    pub routing_http_response_server_enabled: tf::Attr<bool>,
    pub routing_http_response_strict_transport_security_header_value: tf::Attr<String>,
    pub routing_http_response_x_content_type_options_header_value: tf::Attr<String>,
    pub routing_http_response_x_frame_options_header_value: tf::Attr<String>,
    pub ssl_policy: tf::Attr<String>,
    pub tags: tf::Map<String>,
    pub tcp_idle_timeout_seconds: tf::Attr<tf::Number>,
    pub default_action: tf::Blocks<AwsLbListenerDefaultAction>,
    pub mutual_authentication: tf::Blocks<AwsLbListenerMutualAuthentication>,
    pub timeouts: tf::Blocks<AwsLbListenerTimeouts>,
}
impl tf::Block for AwsLbListener {
    fn write(self, out: &mut tf::BlockWriter) {
        out.optional("alpn_policy", self.alpn_policy);
        out.optional("certificate_arn", self.certificate_arn);
        out.required("load_balancer_arn", self.load_balancer_arn);
        out.optional("port", self.port);
        out.optional("protocol", self.protocol);
        out.optional(
            "routing_http_request_x_amzn_mtls_clientcert_header_name",
            self.routing_http_request_x_amzn_mtls_clientcert_header_name,
        );
        out.optional(
            "routing_http_request_x_amzn_mtls_clientcert_issuer_header_name",
            self.routing_http_request_x_amzn_mtls_clientcert_issuer_header_name,
        );
        out.optional(
            "routing_http_request_x_amzn_mtls_clientcert_leaf_header_name",
            self.routing_http_request_x_amzn_mtls_clientcert_leaf_header_name,
        );
        out.optional(
            "routing_http_request_x_amzn_mtls_clientcert_serial_number_header_name",
            self.routing_http_request_x_amzn_mtls_clientcert_serial_number_header_name,
        );
        out.optional(
            "routing_http_request_x_amzn_mtls_clientcert_subject_header_name",
            self.routing_http_request_x_amzn_mtls_clientcert_subject_header_name,
        );
        out.optional(
            "routing_http_request_x_amzn_mtls_clientcert_validity_header_name",
            self.routing_http_request_x_amzn_mtls_clientcert_validity_header_name,
        );
        out.optional(
            "routing_http_request_x_amzn_tls_cipher_suite_header_name",
            self.routing_http_request_x_amzn_tls_cipher_suite_header_name,
        );
        out.optional(
            "routing_http_request_x_amzn_tls_version_header_name",
            self.routing_http_request_x_amzn_tls_version_header_name,
        );
        out.optional(
            "routing_http_response_access_control_allow_credentials_header_value",
            self.routing_http_response_access_control_allow_credentials_header_value,
        );
        out.optional(
            "routing_http_response_access_control_allow_headers_header_value",
            self.routing_http_response_access_control_allow_headers_header_value,
        );
        out.optional(
            "routing_http_response_access_control_allow_methods_header_value",
            self.routing_http_response_access_control_allow_methods_header_value,
        );
        out.optional(
            "routing_http_response_access_control_allow_origin_header_value",
            self.routing_http_response_access_control_allow_origin_header_value,
        );
        out.optional(
            "routing_http_response_access_control_expose_headers_header_value",
            self.routing_http_response_access_control_expose_headers_header_value,
        );
        out.optional(
            "routing_http_response_access_control_max_age_header_value",
            self.routing_http_response_access_control_max_age_header_value,
        );
        out.optional(
            "routing_http_response_content_security_policy_header_value",
            self.routing_http_response_content_security_policy_header_value,
        );
        out.optional(
            "routing_http_response_server_enabled",
            self.routing_http_response_server_enabled,
        );
        out.optional(
            "routing_http_response_strict_transport_security_header_value",
            self.routing_http_response_strict_transport_security_header_value,
        );
        out.optional(
            "routing_http_response_x_content_type_options_header_value",
            self.routing_http_response_x_content_type_options_header_value,
        );
        out.optional(
            "routing_http_response_x_frame_options_header_value",
            self.routing_http_response_x_frame_options_header_value,
        );
        out.optional("ssl_policy", self.ssl_policy);
        out.optional("tags", self.tags);
        out.optional("tcp_idle_timeout_seconds", self.tcp_idle_timeout_seconds);
        out.blocks("default_action", self.default_action, 1usize..=usize::MAX);
        out.blocks("mutual_authentication", self.mutual_authentication, 0usize..=1usize);
        out.blocks("timeouts", self.timeouts, 0usize..=1);
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsLbListenerDefaultAction {
    pub order: tf::Attr<tf::Number>,
    pub target_group_arn: tf::Attr<String>,
    pub r#type: tf::Attr<String>,
    pub authenticate_cognito: tf::Blocks<AwsLbListenerDefaultActionAuthenticateCognito>,
    pub authenticate_oidc: tf::Blocks<AwsLbListenerDefaultActionAuthenticateOidc>,
    pub fixed_response: tf::Blocks<AwsLbListenerDefaultActionFixedResponse>,
    pub forward: tf::Blocks<AwsLbListenerDefaultActionForward>,
    pub redirect: tf::Blocks<AwsLbListenerDefaultActionRedirect>,
}
impl tf::Block for AwsLbListenerDefaultAction {
    fn write(self, out: &mut tf::BlockWriter) {
        out.optional("order", self.order);
        out.optional("target_group_arn", self.target_group_arn);
        out.required("type", self.r#type);
        out.blocks("authenticate_cognito", self.authenticate_cognito, 0usize..=1usize);
        out.blocks("authenticate_oidc", self.authenticate_oidc, 0usize..=1usize);
        out.blocks("fixed_response", self.fixed_response, 0usize..=1usize);
        out.blocks("forward", self.forward, 0usize..=1usize);
        out.blocks("redirect", self.redirect, 0usize..=1usize);
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsLbListenerDefaultActionAuthenticateCognito {
    pub authentication_request_extra_params: tf::Map<String>,
    pub on_unauthenticated_request: tf::Attr<String>,
    pub scope: tf::Attr<String>,
    pub session_cookie_name: tf::Attr<String>,
    pub session_timeout: tf::Attr<tf::Number>,
    pub user_pool_arn: tf::Attr<String>,
    pub user_pool_client_id: tf::Attr<String>,
    pub user_pool_domain: tf::Attr<String>,
}
impl tf::Block for AwsLbListenerDefaultActionAuthenticateCognito {
    fn write(self, out: &mut tf::BlockWriter) {
        out.optional(
            "authentication_request_extra_params",
            self.authentication_request_extra_params,
        );
        out.optional("on_unauthenticated_request", self.on_unauthenticated_request);
        out.optional("scope", self.scope);
        out.optional("session_cookie_name", self.session_cookie_name);
        out.optional("session_timeout", self.session_timeout);
        out.required("user_pool_arn", self.user_pool_arn);
        out.required("user_pool_client_id", self.user_pool_client_id);
        out.required("user_pool_domain", self.user_pool_domain);
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsLbListenerDefaultActionAuthenticateOidc {
    pub authentication_request_extra_params: tf::Map<String>,
    pub authorization_endpoint: tf::Attr<String>,
    pub client_id: tf::Attr<String>,
    pub client_secret: tf::Attr<String>,
    pub issuer: tf::Attr<String>,
    pub on_unauthenticated_request: tf::Attr<String>,
    pub scope: tf::Attr<String>,
    pub session_cookie_name: tf::Attr<String>,
    pub session_timeout: tf::Attr<tf::Number>,
    pub token_endpoint: tf::Attr<String>,
    pub user_info_endpoint: tf::Attr<String>,
}
impl tf::Block for AwsLbListenerDefaultActionAuthenticateOidc {
    fn write(self, out: &mut tf::BlockWriter) {
        out.optional(
            "authentication_request_extra_params",
            self.authentication_request_extra_params,
        );
        out.required("authorization_endpoint", self.authorization_endpoint);
        out.required("client_id", self.client_id);
        out.required("client_secret", self.client_secret);
        out.required("issuer", self.issuer);
        out.optional("on_unauthenticated_request", self.on_unauthenticated_request);
        out.optional("scope", self.scope);
        out.optional("session_cookie_name", self.session_cookie_name);
        out.optional("session_timeout", self.session_timeout);
        out.required("token_endpoint", self.token_endpoint);
        out.required("user_info_endpoint", self.user_info_endpoint);
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsLbListenerDefaultActionFixedResponse {
    pub content_type: tf::Attr<String>,
    pub message_body: tf::Attr<String>,
    pub status_code: tf::Attr<String>,
}
impl tf::Block for AwsLbListenerDefaultActionFixedResponse {
    fn write(self, out: &mut tf::BlockWriter) {
        out.required("content_type", self.content_type);
        out.optional("message_body", self.message_body);
        out.optional("status_code", self.status_code);
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsLbListenerDefaultActionForward {
    pub stickiness: tf::Blocks<AwsLbListenerDefaultActionForwardStickiness>,
    pub target_group: tf::Blocks<AwsLbListenerDefaultActionForwardTargetGroup>,
}
impl tf::Block for AwsLbListenerDefaultActionForward {
    fn write(self, out: &mut tf::BlockWriter) {
        out.blocks("stickiness", self.stickiness, 0usize..=1usize);
        out.blocks("target_group", self.target_group, 1usize..=5usize);
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsLbListenerDefaultActionForwardStickiness {
    pub duration: tf::Attr<tf::Number>,
    pub enabled: tf::Attr<bool>,
}
impl tf::Block for AwsLbListenerDefaultActionForwardStickiness {
    fn write(self, out: &mut tf::BlockWriter) {
        out.required("duration", self.duration);
        out.optional("enabled", self.enabled);
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsLbListenerDefaultActionForwardTargetGroup {
    pub arn: tf::Attr<String>,
    pub weight: tf::Attr<tf::Number>,
}
impl tf::Block for AwsLbListenerDefaultActionForwardTargetGroup {
    fn write(self, out: &mut tf::BlockWriter) {
        out.required("arn", self.arn);
        out.optional("weight", self.weight);
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsLbListenerDefaultActionRedirect {
    pub host: tf::Attr<String>,
    pub path: tf::Attr<String>,
    pub port: tf::Attr<String>,
    pub protocol: tf::Attr<String>,
    pub query: tf::Attr<String>,
    pub status_code: tf::Attr<String>,
}
impl tf::Block for AwsLbListenerDefaultActionRedirect {
    fn write(self, out: &mut tf::BlockWriter) {
        out.optional("host", self.host);
        out.optional("path", self.path);
        out.optional("port", self.port);
        out.optional("protocol", self.protocol);
        out.optional("query", self.query);
        out.required("status_code", self.status_code);
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsLbListenerMutualAuthentication {
    pub advertise_trust_store_ca_names: tf::Attr<String>,
    pub ignore_client_certificate_expiry: tf::Attr<bool>,
    pub mode: tf::Attr<String>,
    pub trust_store_arn: tf::Attr<String>,
}
impl tf::Block for AwsLbListenerMutualAuthentication {
    fn write(self, out: &mut tf::BlockWriter) {
        out.optional(
            "advertise_trust_store_ca_names",
            self.advertise_trust_store_ca_names,
        );
        out.optional(
            "ignore_client_certificate_expiry",
            self.ignore_client_certificate_expiry,
        );
        out.required("mode", self.mode);
        out.optional("trust_store_arn", self.trust_store_arn);
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsLbListenerTimeouts {
    pub create: tf::Attr<String>,
    pub update: tf::Attr<String>,
}
impl tf::Block for AwsLbListenerTimeouts {
    fn write(self, out: &mut tf::BlockWriter) {
        out.optional("create", self.create);
        out.optional("update", self.update);
    }
}
impl tf::Declared for AwsLbListener {
    const TYPE: &'static str = "aws_lb_listener";
    type Attributes = AwsLbListenerAttributes;
}
impl tf::Resource for AwsLbListener {}
#[derive(Debug)]
pub struct AwsLbListenerAttributes(tf::Address);
impl From<tf::Address> for AwsLbListenerAttributes {
    fn from(address: tf::Address) -> Self {
        Self(address)
    }
}
impl AwsLbListenerAttributes {
    pub fn alpn_policy(&self) -> tf::Ref<String> {
        self.0.attribute("alpn_policy")
    }
    pub fn arn(&self) -> tf::Ref<String> {
        self.0.attribute("arn")
    }
    pub fn certificate_arn(&self) -> tf::Ref<String> {
        self.0.attribute("certificate_arn")
    }
    pub fn id(&self) -> tf::Ref<String> {
        self.0.attribute("id")
    }
    pub fn load_balancer_arn(&self) -> tf::Ref<String> {
        self.0.attribute("load_balancer_arn")
    }
    pub fn port(&self) -> tf::Ref<tf::Number> {
        self.0.attribute("port")
    }
    pub fn protocol(&self) -> tf::Ref<String> {
        self.0.attribute("protocol")
    }
    pub fn routing_http_request_x_amzn_mtls_clientcert_header_name(
        &self,
    ) -> tf::Ref<String> {
        self.0.attribute("routing_http_request_x_amzn_mtls_clientcert_header_name")
    }
    pub fn routing_http_request_x_amzn_mtls_clientcert_issuer_header_name(
        &self,
    ) -> tf::Ref<String> {
        self.0
            .attribute("routing_http_request_x_amzn_mtls_clientcert_issuer_header_name")
    }
    pub fn routing_http_request_x_amzn_mtls_clientcert_leaf_header_name(
        &self,
    ) -> tf::Ref<String> {
        self.0.attribute("routing_http_request_x_amzn_mtls_clientcert_leaf_header_name")
    }
    pub fn routing_http_request_x_amzn_mtls_clientcert_serial_number_header_name(
        &self,
    ) -> tf::Ref<String> {
        self.0
            .attribute(
                "routing_http_request_x_amzn_mtls_clientcert_serial_number_header_name",
            )
    }
    pub fn routing_http_request_x_amzn_mtls_clientcert_subject_header_name(
        &self,
    ) -> tf::Ref<String> {
        self.0
            .attribute("routing_http_request_x_amzn_mtls_clientcert_subject_header_name")
    }
    pub fn routing_http_request_x_amzn_mtls_clientcert_validity_header_name(
        &self,
    ) -> tf::Ref<String> {
        self.0
            .attribute(
                "routing_http_request_x_amzn_mtls_clientcert_validity_header_name",
            )
    }
    pub fn routing_http_request_x_amzn_tls_cipher_suite_header_name(
        &self,
    ) -> tf::Ref<String> {
        self.0.attribute("routing_http_request_x_amzn_tls_cipher_suite_header_name")
    }
    pub fn routing_http_request_x_amzn_tls_version_header_name(
        &self,
    ) -> tf::Ref<String> {
        self.0.attribute("routing_http_request_x_amzn_tls_version_header_name")
    }
    pub fn routing_http_response_access_control_allow_credentials_header_value(
        &self,
    ) -> tf::Ref<String> {
        self.0
            .attribute(
                "routing_http_response_access_control_allow_credentials_header_value",
            )
    }
    pub fn routing_http_response_access_control_allow_headers_header_value(
        &self,
    ) -> tf::Ref<String> {
        self.0
            .attribute("routing_http_response_access_control_allow_headers_header_value")
    }
    pub fn routing_http_response_access_control_allow_methods_header_value(
        &self,
    ) -> tf::Ref<String> {
        self.0
            .attribute("routing_http_response_access_control_allow_methods_header_value")
    }
    pub fn routing_http_response_access_control_allow_origin_header_value(
        &self,
    ) -> tf::Ref<String> {
        self.0
            .attribute("routing_http_response_access_control_allow_origin_header_value")
    }
    pub fn routing_http_response_access_control_expose_headers_header_value(
        &self,
    ) -> tf::Ref<String> {
        self.0
            .attribute(
                "routing_http_response_access_control_expose_headers_header_value",
            )
    }
    pub fn routing_http_response_access_control_max_age_header_value(
        &self,
    ) -> tf::Ref<String> {
        self.0.attribute("routing_http_response_access_control_max_age_header_value")
    }
    pub fn routing_http_response_content_security_policy_header_value(
        &self,
    ) -> tf::Ref<String> {
        self.0.attribute("routing_http_response_content_security_policy_header_value")
    }
    pub fn routing_http_response_server_enabled(&self) -> tf::Ref<bool> {
        self.0.attribute("routing_http_response_server_enabled")
    }
    pub fn routing_http_response_strict_transport_security_header_value(
        &self,
    ) -> tf::Ref<String> {
        self.0.attribute("routing_http_response_strict_transport_security_header_value")
    }
    pub fn routing_http_response_x_content_type_options_header_value(
        &self,
    ) -> tf::Ref<String> {
        self.0.attribute("routing_http_response_x_content_type_options_header_value")
    }
    pub fn routing_http_response_x_frame_options_header_value(&self) -> tf::Ref<String> {
        self.0.attribute("routing_http_response_x_frame_options_header_value")
    }
    pub fn ssl_policy(&self) -> tf::Ref<String> {
        self.0.attribute("ssl_policy")
    }
    pub fn tags(&self) -> tf::Ref<std::collections::BTreeMap<String, String>> {
        self.0.attribute("tags")
    }
    pub fn tags_all(&self) -> tf::Ref<std::collections::BTreeMap<String, String>> {
        self.0.attribute("tags_all")
    }
    pub fn tcp_idle_timeout_seconds(&self) -> tf::Ref<tf::Number> {
        self.0.attribute("tcp_idle_timeout_seconds")
    }
}
