resource "aws_instance" "version_1" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "m7g.large"
  metadata_options {
    http_tokens = "optional"
  }
}

resource "aws_instance" "image_decides" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "m7g.large"
}

resource "aws_launch_template" "hops" {
  metadata_options {
    http_tokens                 = "required"
    http_put_response_hop_limit = 2
  }
}
