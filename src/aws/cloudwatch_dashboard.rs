// GENERATED from src/schema/aws.json. Regenerate: PAYTF_UPDATE=1 cargo test --test quick aws_types
terraform::resource_type! {
    /// The resource [`aws_cloudwatch_dashboard`][page].
    ///
    /// [page]: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/cloudwatch_dashboard
    AwsCloudwatchDashboard = "aws_cloudwatch_dashboard", AwsCloudwatchDashboardAttributes
    arguments {
        required dashboard_body: String,
        required dashboard_name: String,
    }
    blocks {}
    attributes {
        dashboard_arn: String,
        id: String,
    }
}
