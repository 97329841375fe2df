# The log is another network's.
#: plan: fail:log-flow@aws_vpc.main; nofail:log-flow@aws_vpc.other
#: source: fail:log-flow@aws_vpc.main; nofail:log-flow@aws_vpc.other
#: folder: fail:log-flow@aws_vpc.main; nofail:log-flow@aws_vpc.other

resource "aws_vpc" "other" {
  cidr_block = "10.1.0.0/16"
}
resource "aws_flow_log" "other" {
  vpc_id          = aws_vpc.other.id
  traffic_type    = "ALL"
  log_destination = "arn:aws:s3:::flows"
}
