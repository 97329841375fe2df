# Terraform takes a duplicate object key: the last one counts.
#: source: nofail:aws-*

locals {
  rule = {
    action = "allow"
    action = "allow"
  }
}
resource "aws_sns_topic" "t" {
  name              = local.rule.action
  kms_master_key_id = "alias/aws/sns"
}
