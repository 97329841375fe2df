resource "aws_eks_cluster" "private" {
  name     = "private"
  role_arn = "arn:aws:iam::123456789012:role/cluster"
  vpc_config {
    subnet_ids              = ["subnet-0aaa1110aaa1110aa", "subnet-0bbb1110bbb1110bb"]
    endpoint_private_access = true
    endpoint_public_access  = false
  }
}

resource "aws_eks_cluster" "office" {
  name     = "office"
  role_arn = "arn:aws:iam::123456789012:role/cluster"
  vpc_config {
    subnet_ids          = ["subnet-0aaa1110aaa1110aa", "subnet-0bbb1110bbb1110bb"]
    public_access_cidrs = ["203.0.113.0/24"]
  }
}
