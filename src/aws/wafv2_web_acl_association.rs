// GENERATED from src/schema/aws.json. Regenerate with: PAYTF_UPDATE=1 cargo test --test quick aws_types
use terraform::tf;
/// The resource [`aws_wafv2_web_acl_association`](https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/wafv2_web_acl_association).
#[derive(Debug, Clone, Default)]
pub struct AwsWafv2WebAclAssociation {
    pub resource_arn: tf::Attr<String>,
    pub web_acl_arn: tf::Attr<String>,
    pub timeouts: tf::Blocks<AwsWafv2WebAclAssociationTimeouts>,
}
impl tf::Block for AwsWafv2WebAclAssociation {
    fn write(self, out: &mut tf::BlockWriter) {
        out.required("resource_arn", self.resource_arn);
        out.required("web_acl_arn", self.web_acl_arn);
        out.blocks("timeouts", self.timeouts, 0usize..=1);
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsWafv2WebAclAssociationTimeouts {
    pub create: tf::Attr<String>,
}
impl tf::Block for AwsWafv2WebAclAssociationTimeouts {
    fn write(self, out: &mut tf::BlockWriter) {
        out.optional("create", self.create);
    }
}
impl tf::Declared for AwsWafv2WebAclAssociation {
    const TYPE: &'static str = "aws_wafv2_web_acl_association";
    type Attributes = AwsWafv2WebAclAssociationAttributes;
}
impl tf::Resource for AwsWafv2WebAclAssociation {}
#[derive(Debug)]
pub struct AwsWafv2WebAclAssociationAttributes(tf::Address);
impl From<tf::Address> for AwsWafv2WebAclAssociationAttributes {
    fn from(address: tf::Address) -> Self {
        Self(address)
    }
}
impl AwsWafv2WebAclAssociationAttributes {
    pub fn id(&self) -> tf::Ref<String> {
        self.0.attribute("id")
    }
    pub fn resource_arn(&self) -> tf::Ref<String> {
        self.0.attribute("resource_arn")
    }
    pub fn web_acl_arn(&self) -> tf::Ref<String> {
        self.0.attribute("web_acl_arn")
    }
}
