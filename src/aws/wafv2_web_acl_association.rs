// GENERATED from src/schema/aws.json. Regenerate: PAYTF_UPDATE=1 cargo test --test quick aws_types
terraform::resource_type! {
    /// The resource [`aws_wafv2_web_acl_association`][page].
    ///
    /// [page]: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/wafv2_web_acl_association
    AwsWafv2WebAclAssociation = "aws_wafv2_web_acl_association", AwsWafv2WebAclAssociationAttributes
    arguments {
        required resource_arn: String,
        required web_acl_arn: String,
    }
    blocks {}
    attributes {
        id: String,
    }
}
