// GENERATED from src/schema/aws.json. Regenerate with: PAYTF_UPDATE=1 cargo test --test quick aws_types
use terraform::tf;
/// The resource [`aws_wafv2_ip_set`](https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/wafv2_ip_set).
#[derive(Debug, Clone, Default)]
pub struct AwsWafv2IpSet {
    pub addresses: tf::List<String>,
    pub description: tf::Attr<String>,
    pub ip_address_version: tf::Attr<String>,
    pub name: tf::Attr<String>,
    pub name_prefix: tf::Attr<String>,
    pub scope: tf::Attr<String>,
    pub tags: tf::Map<String>,
}
impl tf::Block for AwsWafv2IpSet {
    fn write(self, out: &mut tf::BlockWriter) {
        out.optional("addresses", self.addresses);
        out.optional("description", self.description);
        out.required("ip_address_version", self.ip_address_version);
        out.optional("name", self.name);
        out.optional("name_prefix", self.name_prefix);
        out.required("scope", self.scope);
        out.optional("tags", self.tags);
    }
}
impl tf::Declared for AwsWafv2IpSet {
    const TYPE: &'static str = "aws_wafv2_ip_set";
    type Attributes = AwsWafv2IpSetAttributes;
}
impl tf::Resource for AwsWafv2IpSet {}
#[derive(Debug)]
pub struct AwsWafv2IpSetAttributes(tf::Address);
impl From<tf::Address> for AwsWafv2IpSetAttributes {
    fn from(address: tf::Address) -> Self {
        Self(address)
    }
}
impl AwsWafv2IpSetAttributes {
    pub fn addresses(&self) -> tf::Ref<Vec<String>> {
        self.0.attribute("addresses")
    }
    pub fn arn(&self) -> tf::Ref<String> {
        self.0.attribute("arn")
    }
    pub fn description(&self) -> tf::Ref<String> {
        self.0.attribute("description")
    }
    pub fn id(&self) -> tf::Ref<String> {
        self.0.attribute("id")
    }
    pub fn ip_address_version(&self) -> tf::Ref<String> {
        self.0.attribute("ip_address_version")
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
    pub fn scope(&self) -> tf::Ref<String> {
        self.0.attribute("scope")
    }
    pub fn tags(&self) -> tf::Ref<std::collections::BTreeMap<String, String>> {
        self.0.attribute("tags")
    }
    pub fn tags_all(&self) -> tf::Ref<std::collections::BTreeMap<String, String>> {
        self.0.attribute("tags_all")
    }
}
