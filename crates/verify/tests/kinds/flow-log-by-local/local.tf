# The network is named through a local value, as terraform-aws-modules/vpc does: a plan does not
# show of which network the log is.
#: plan: nofail:log-flow
#: source: nofail:log-flow
#: folder: nofail:log-flow

locals {
  vpc_id = try(aws_vpc.main.id, "")
}
resource "aws_flow_log" "main" {
  vpc_id          = local.vpc_id
  traffic_type    = "ALL"
  log_destination = "arn:aws:s3:::flows"
}
