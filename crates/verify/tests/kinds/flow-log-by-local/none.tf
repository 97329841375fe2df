# There is no log at all.
#: plan: fail:log-flow
#: source: fail:log-flow
#: folder: fail:log-flow

resource "aws_subnet" "other" {
  vpc_id            = aws_vpc.main.id
  cidr_block        = "10.0.9.0/24"
  availability_zone = "us-east-1a"
}
