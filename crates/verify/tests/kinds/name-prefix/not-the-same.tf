# Of two with one prefix the provider makes two names.
#: plan: nofail:name-unique; nofail:aws-name-length
#: source: nofail:name-unique
#: folder: nofail:name-unique

resource "aws_iam_role" "a" {
  name_prefix        = "payments-"
  assume_role_policy = "{}"
}
resource "aws_iam_role" "b" {
  name_prefix        = "payments-"
  assume_role_policy = "{}"
}
resource "aws_security_group" "a" {
  name_prefix = "payments-"
  vpc_id      = aws_vpc.main.id
}
resource "aws_lb" "a" {
  name_prefix = "pay-"
  subnets     = [for s in aws_subnet.main : s.id]
}
