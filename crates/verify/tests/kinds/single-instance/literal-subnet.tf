# The subnet is another state's: one subnet is one zone, whichever.
#: plan: zone:us-east-1a!=survives; fail|open:zone-*@app

resource "aws_instance" "app" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "m6i.large"
  subnet_id     = "subnet-0123456789abcdef0"
}
