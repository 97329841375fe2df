# Which listener the rule belongs to is chosen by a key: not known, or HTTPS with --source; never
# held against HTTP.
#: plan: nofail:network-http-redirect
#: source: nofail:network-http-redirect

resource "aws_vpc" "v" { cidr_block = "10.0.0.0/16" }
resource "aws_subnet" "s" {
  for_each          = { a = 1, b = 2, c = 3 }
  vpc_id            = aws_vpc.v.id
  cidr_block        = "10.0.${each.value}.0/24"
  availability_zone = "us-east-1${each.key}"
}
# the form of terraform-aws-modules/alb: the listener of a rule is chosen by a key of the rule
locals {
  listeners = { http = { port = 80, protocol = "HTTP" }, https = { port = 443, protocol = "HTTPS" } }
  rules     = { "https/api" = { listener_key = "https" } }
}
resource "aws_internet_gateway" "i" { vpc_id = aws_vpc.v.id }
resource "aws_lb" "l" {
  name                       = "l"
  subnets                    = [for s in aws_subnet.s : s.id]
  drop_invalid_header_fields = true
}
resource "aws_lb_target_group" "t" {
  name     = "t"
  port     = 443
  protocol = "HTTPS"
  vpc_id   = aws_vpc.v.id
}
resource "aws_lb_listener" "this" {
  for_each          = local.listeners
  load_balancer_arn = aws_lb.l.arn
  port              = each.value.port
  protocol          = each.value.protocol
  certificate_arn   = each.value.protocol == "HTTPS" ? "arn:aws:acm:us-east-1:123456789012:certificate/11111111-1111-1111-1111-111111111111" : null
  ssl_policy        = each.value.protocol == "HTTPS" ? "ELBSecurityPolicy-TLS13-1-2-2021-06" : null
  default_action {
    type = "redirect"
    redirect {
      port        = "443"
      protocol    = "HTTPS"
      status_code = "HTTP_301"
    }
  }
}
resource "aws_lb_listener_rule" "this" {
  for_each     = local.rules
  listener_arn = aws_lb_listener.this[each.value.listener_key].arn
  action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.t.arn
  }
  condition {
    path_pattern { values = ["/api/*"] }
  }
}
