# One in each of two zones behind one target group.
#: plan: zone:us-east-1a!=lost; zone:us-east-1a+us-east-1b=lost|degraded|unknown; nofail:zone-group-spans

resource "aws_instance" "app" {
  for_each      = toset(["a", "b"])
  ami           = "ami-0123456789abcdef0"
  instance_type = "m6i.large"
  subnet_id     = aws_subnet.main[each.key].id
}
resource "aws_lb_target_group" "app" {
  port     = 443
  protocol = "HTTPS"
  vpc_id   = aws_vpc.main.id
}
resource "aws_lb_target_group_attachment" "app" {
  for_each         = aws_instance.app
  target_group_arn = aws_lb_target_group.app.arn
  target_id        = each.value.id
}
