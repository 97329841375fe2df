// GENERATED from src/schema/aws.json. Regenerate with: PAYTF_UPDATE=1 cargo test --test quick aws_types
use terraform::tf;
/// The resource [`aws_cloudwatch_dashboard`](https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/cloudwatch_dashboard).
#[derive(Debug, Clone, Default)]
pub struct AwsCloudwatchDashboard {
    pub dashboard_body: tf::Attr<String>,
    pub dashboard_name: tf::Attr<String>,
}
impl tf::Block for AwsCloudwatchDashboard {
    fn write(self, out: &mut tf::BlockWriter) {
        out.required("dashboard_body", self.dashboard_body);
        out.required("dashboard_name", self.dashboard_name);
    }
}
impl tf::Declared for AwsCloudwatchDashboard {
    const TYPE: &'static str = "aws_cloudwatch_dashboard";
    type Attributes = AwsCloudwatchDashboardAttributes;
}
impl tf::Resource for AwsCloudwatchDashboard {}
#[derive(Debug)]
pub struct AwsCloudwatchDashboardAttributes(tf::Address);
impl From<tf::Address> for AwsCloudwatchDashboardAttributes {
    fn from(address: tf::Address) -> Self {
        Self(address)
    }
}
impl AwsCloudwatchDashboardAttributes {
    pub fn dashboard_arn(&self) -> tf::Ref<String> {
        self.0.attribute("dashboard_arn")
    }
    pub fn dashboard_body(&self) -> tf::Ref<String> {
        self.0.attribute("dashboard_body")
    }
    pub fn dashboard_name(&self) -> tf::Ref<String> {
        self.0.attribute("dashboard_name")
    }
    pub fn id(&self) -> tf::Ref<String> {
        self.0.attribute("id")
    }
}
