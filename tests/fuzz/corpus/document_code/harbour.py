# counts boats
def boats():
    return 2
