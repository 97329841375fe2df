// GENERATED from src/schema/aws.json. Write it anew: PAYTF_UPDATE=1 cargo test --test aws_types
use crate::tf;
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
impl tf::Resource for AwsWafv2WebAclAssociation {
    const TYPE: &'static str = "aws_wafv2_web_acl_association";
}
impl tf::Handle<AwsWafv2WebAclAssociation> {
    pub fn id(&self) -> tf::Ref<String> {
        self.reference_to("id")
    }
    pub fn resource_arn(&self) -> tf::Ref<String> {
        self.reference_to("resource_arn")
    }
    pub fn web_acl_arn(&self) -> tf::Ref<String> {
        self.reference_to("web_acl_arn")
    }
}
