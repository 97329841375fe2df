resource "aws_opensearch_domain" "search" {
  domain_name = "search"
}
resource "aws_instance" "worker" {
  ami                         = "ami-0123456789abcdef0"
  instance_type               = "m7g.large"
  associate_public_ip_address = true
}
resource "aws_launch_template" "workers" {
  network_interfaces {
    associate_public_ip_address = true
  }
}
resource "aws_lambda_function_url" "open" {
  function_name      = "settle"
  authorization_type = "NONE"
}
