# A load balancer answers where it has a listener, whatever the number of the port.
#: plan: nofail:network-open-groups@ingress_rule.main; nofail:network-admin-ports; fail:network-open-groups@ingress_rule.wide
#: source: nofail:network-open-groups@ingress_rule.main; fail:network-open-groups@ingress_rule.wide
#: folder: nofail:network-open-groups@ingress_rule.main; fail:network-open-groups@ingress_rule.wide

resource "aws_security_group" "main" {
  vpc_id = aws_vpc.main.id
}
resource "aws_vpc_security_group_ingress_rule" "main" {
  security_group_id = aws_security_group.main.id
  cidr_ipv4         = "0.0.0.0/0"
  ip_protocol       = "tcp"
  from_port         = 8443
  to_port           = 8443
}
resource "aws_security_group" "wide" {
  vpc_id = aws_vpc.main.id
}
resource "aws_vpc_security_group_ingress_rule" "wide" {
  security_group_id = aws_security_group.wide.id
  cidr_ipv4         = "0.0.0.0/0"
  ip_protocol       = "tcp"
  from_port         = 0
  to_port           = 65535
}
resource "aws_lb" "main" {
  name            = "main"
  subnets         = [for s in aws_subnet.main : s.id]
  security_groups = [aws_security_group.main.id]
}
resource "aws_lb_listener" "main" {
  load_balancer_arn = aws_lb.main.arn
  port              = 8443
  protocol          = "HTTPS"
  certificate_arn   = "arn:aws:acm:us-east-1:123456789012:certificate/01234567-89ab-cdef-0123-456789abcdef"
  default_action {
    type = "fixed-response"
    fixed_response {
      content_type = "text/plain"
      status_code  = "404"
    }
  }
}
resource "aws_lb" "wide" {
  name            = "wide"
  subnets         = [for s in aws_subnet.main : s.id]
  security_groups = [aws_security_group.wide.id]
}
resource "aws_lb_listener" "wide" {
  load_balancer_arn = aws_lb.wide.arn
  port              = 8443
  protocol          = "HTTPS"
  certificate_arn   = "arn:aws:acm:us-east-1:123456789012:certificate/01234567-89ab-cdef-0123-456789abcdef"
  default_action {
    type = "fixed-response"
    fixed_response {
      content_type = "text/plain"
      status_code  = "404"
    }
  }
}

# A load balancer for HTTP on the port of another protocol leads to nothing of that protocol.
resource "aws_security_group" "odd" {
  vpc_id = aws_vpc.main.id
}
resource "aws_vpc_security_group_ingress_rule" "odd" {
  security_group_id = aws_security_group.odd.id
  cidr_ipv4         = "0.0.0.0/0"
  ip_protocol       = "tcp"
  from_port         = 443
  to_port           = 445
}
resource "aws_lb" "odd" {
  name            = "odd"
  subnets         = [for s in aws_subnet.main : s.id]
  security_groups = [aws_security_group.odd.id]
}
resource "aws_lb_listener" "odd" {
  for_each          = toset(["443", "444", "445"])
  load_balancer_arn = aws_lb.odd.arn
  port              = each.key
  protocol          = "HTTPS"
  certificate_arn   = "arn:aws:acm:us-east-1:123456789012:certificate/01234567-89ab-cdef-0123-456789abcdef"
  default_action {
    type = "fixed-response"
    fixed_response {
      content_type = "text/plain"
      status_code  = "404"
    }
  }
}
