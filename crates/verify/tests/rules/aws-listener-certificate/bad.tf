resource "aws_acm_certificate" "payments" {
  domain_name       = "payments.example.com"
  validation_method = "DNS"
}

resource "aws_lb_listener" "without_certificate" {
  load_balancer_arn = "arn:aws:elasticloadbalancing:us-east-1:123456789012:loadbalancer/app/payments/0123456789abcdef"
  protocol          = "HTTPS"
  port              = 443
  ssl_policy        = "TLSv1.2"

  default_action {
    type = "fixed-response"
    fixed_response {
      content_type = "text/plain"
    }
  }
}

resource "aws_lb_listener" "pending" {
  load_balancer_arn = "arn:aws:elasticloadbalancing:us-east-1:123456789012:loadbalancer/app/payments/0123456789abcdef"
  protocol          = "HTTPS"
  port              = 8443
  certificate_arn   = aws_acm_certificate.payments.arn

  default_action {
    type = "fixed-response"
    fixed_response {
      content_type = "text/plain"
    }
  }
}

resource "aws_lb_listener" "secret" {
  load_balancer_arn = "arn:aws:elasticloadbalancing:us-east-1:123456789012:loadbalancer/app/payments/0123456789abcdef"
  protocol          = "HTTPS"
  port              = 9443
  certificate_arn   = "arn:aws:secretsmanager:us-east-1:123456789012:secret:certificate-AbCdEf"

  default_action {
    type = "fixed-response"
    fixed_response {
      content_type = "text/plain"
    }
  }
}
