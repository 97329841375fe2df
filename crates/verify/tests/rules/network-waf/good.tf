resource "aws_lb" "public" {
  name    = "public"
  subnets = ["subnet-0aaa1110aaa1110aa", "subnet-0bbb1110bbb1110bb"]
}
resource "aws_lb_listener" "https" {
  load_balancer_arn = aws_lb.public.arn
  port              = 443
  protocol          = "HTTPS"
  certificate_arn   = "arn:aws:acm:us-east-1:123456789012:certificate/11111111-1111-1111-1111-111111111111"
  default_action {
    type = "fixed-response"
    fixed_response {
      content_type = "text/plain"
      status_code  = "404"
    }
  }
}

resource "aws_wafv2_web_acl_association" "public" {
  resource_arn = aws_lb.public.arn
  web_acl_arn  = "arn:aws:wafv2:us-east-1:123456789012:regional/webacl/main/11111111-1111-1111-1111-111111111111"
}
