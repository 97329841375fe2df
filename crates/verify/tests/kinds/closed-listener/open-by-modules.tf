# terraform-aws-modules/security-group in small: rules by count from lists.
#: plan: fail:network-http-redirect

module "sg" {
  source = "./sg"
  vpc_id = aws_vpc.main.id
  cidrs  = ["0.0.0.0/0"]
}

resource "aws_lb" "l" {
  subnets                    = [for s in aws_subnet.main : s.id]
  drop_invalid_header_fields = true
  security_groups            = [module.sg.id]
}
resource "aws_lb_target_group" "t" {
  port     = 8080
  protocol = "HTTP"
  vpc_id   = aws_vpc.main.id
}

resource "aws_lb_listener" "test" {
  load_balancer_arn = aws_lb.l.arn
  port              = 80
  protocol          = "HTTP"
  default_action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.t.arn
  }
}
