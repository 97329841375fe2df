// GENERATED from src/schema/aws.json. Regenerate: PAYTF_UPDATE=1 cargo test --test quick aws_types
use std::collections::BTreeMap;

use terraform::tf::Number;

terraform::resource_type! {
    /// The resource [`aws_lb_listener`][page].
    ///
    /// [page]: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/lb_listener
    AwsLbListener = "aws_lb_listener", AwsLbListenerAttributes
    arguments {
        optional alpn_policy: String,
        optional certificate_arn: String,
        required load_balancer_arn: String,
        optional port: Number,
        optional protocol: String,
        optional routing_http_request_x_amzn_mtls_clientcert_header_name: String,
        optional routing_http_request_x_amzn_mtls_clientcert_issuer_header_name: String,
        optional routing_http_request_x_amzn_mtls_clientcert_leaf_header_name: String,
        optional routing_http_request_x_amzn_mtls_clientcert_serial_number_header_name: String,
        optional routing_http_request_x_amzn_mtls_clientcert_subject_header_name: String,
        optional routing_http_request_x_amzn_mtls_clientcert_validity_header_name: String,
        optional routing_http_request_x_amzn_tls_cipher_suite_header_name: String,
        optional routing_http_request_x_amzn_tls_version_header_name: String,
        optional routing_http_response_access_control_allow_credentials_header_value: String,
        optional routing_http_response_access_control_allow_headers_header_value: String,
        optional routing_http_response_access_control_allow_methods_header_value: String,
        optional routing_http_response_access_control_allow_origin_header_value: String,
        optional routing_http_response_access_control_expose_headers_header_value: String,
        optional routing_http_response_access_control_max_age_header_value: String,
        optional routing_http_response_content_security_policy_header_value: String,
        optional routing_http_response_server_enabled: bool,
        optional routing_http_response_strict_transport_security_header_value: String,
        optional routing_http_response_x_content_type_options_header_value: String,
        optional routing_http_response_x_frame_options_header_value: String,
        optional ssl_policy: String,
        optional tags: BTreeMap<String, String>,
        optional tcp_idle_timeout_seconds: Number,
    }
    blocks {
        default_action: AwsLbListenerDefaultAction = 1..=usize::MAX,
    }
    attributes {
        arn: String,
        id: String,
        tags_all: BTreeMap<String, String>,
    }
}

terraform::block_type! {
    /// `default_action` of `aws_lb_listener`.
    AwsLbListenerDefaultAction
    arguments {
        optional order: Number,
        optional target_group_arn: String,
        required r#type: String,
    }
    blocks {
        redirect: AwsLbListenerDefaultActionRedirect = 0..=1,
    }
}

terraform::block_type! {
    /// `default_action.redirect` of `aws_lb_listener`.
    AwsLbListenerDefaultActionRedirect
    arguments {
        optional host: String,
        optional path: String,
        optional port: String,
        optional protocol: String,
        optional query: String,
        required status_code: String,
    }
    blocks {}
}
