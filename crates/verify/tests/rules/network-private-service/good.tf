resource "aws_instance" "worker" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "m7g.large"
}
resource "aws_instance" "nat" {
  ami                         = "ami-0123456789abcdef0"
  instance_type               = "m7g.large"
  source_dest_check           = false
  associate_public_ip_address = true
}
resource "aws_opensearch_domain" "search" {
  domain_name = "search"
  vpc_options {
    subnet_ids = ["subnet-0aaa1110aaa1110aa"]
  }
}
